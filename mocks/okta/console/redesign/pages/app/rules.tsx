import { useState } from 'react';
import type { App, PushRule } from '../../../../state.ts';
import { deleteRuleWords, ruleWords } from '../../../data/push-groups.ts';
import { useAct } from '../../org.ts';
import { Form, TopDialog } from '../../widgets/dialog.tsx';
import { Choice } from '../../widgets/field.tsx';
import { Named } from '../../widgets/grid.tsx';
import { Menu } from '../../widgets/menu.tsx';
import styles from '../pages.module.css';

/** The app's push rules, above the groups that they push. */
export function Rules({ app }: { app: App }) {
  const [leaving, setLeaving] = useState<PushRule | null>(null);
  return (
    <>
      <ul className={styles['rows']} aria-label="Rules">
        {app.rules.map((rule) => (
          <li key={rule.id} className={styles['listRow']}>
            <div className={styles['cardText']}>
              <Named note={ruleWords(rule)}>{rule.name}</Named>
            </div>
            <Menu label="Active" items={[{ label: 'Delete Rule', choose: () => setLeaving(rule) }]} />
          </li>
        ))}
      </ul>
      {leaving !== null && <DeleteRule app={app} rule={leaving} close={() => setLeaving(null)} />}
    </>
  );
}

function DeleteRule({ app, rule, close }: { app: App; rule: PushRule; close: () => void }) {
  const act = useAct();
  const [deleteTargets, setDeleteTargets] = useState(true);
  return (
    <TopDialog title={deleteRuleWords.title} close={close}>
      <Form save="Delete Rule" danger send={() => act('delete-rule', { appId: app.id, ruleId: rule.id, deleteTargets })} done={close}>
        <p>{rule.name}</p>
        <fieldset className={styles['plain']}>
          <legend>{deleteRuleWords.question}</legend>
          <Choice
            type="radio"
            name="targets"
            label={deleteRuleWords.deleteTarget}
            checked={deleteTargets}
            choose={() => setDeleteTargets(true)}
          />
          <Choice
            type="radio"
            name="targets"
            label={deleteRuleWords.leaveTarget}
            checked={!deleteTargets}
            choose={() => setDeleteTargets(false)}
          />
        </fieldset>
        <p className={styles['quiet']}>{deleteRuleWords.note}</p>
      </Form>
    </TopDialog>
  );
}

import { useState } from 'react';
import type { App } from '../../../../state.ts';
import { bulkUnlinkWords, type PushRow, unlinkWords } from '../../../data/push-groups.ts';
import { words } from '../../../data/words.ts';
import { useAct } from '../../org.ts';
import { Dialog, Form, TopDialog } from '../../widgets/dialog.tsx';
import { Choice } from '../../widgets/field.tsx';
import styles from '../pages.module.css';

interface Props {
  app: App;
  close: () => void;
}

/** Title, texts and radio buttons as the real console has them: the group's name is not among them. Deleting is chosen when it opens. */
export function Unlink({ app, row, close }: Props & { row: PushRow }) {
  const act = useAct();
  return (
    <AskUnlink
      said={unlinkWords}
      close={close}
      send={(deleteTarget) => act('unlink', { appId: app.id, mappingId: row.mapping.id, deleteTarget })}
    />
  );
}

/** *Bulk Actions > Delete*. */
export function BulkUnlink({ app, mappingIds, done, close }: Props & { mappingIds: string[]; done: () => void }) {
  const act = useAct();
  const send = async (deleteTarget: boolean): Promise<void> => {
    await act('change-many-pushes', { appId: app.id, mappingIds, change: 'unlink', deleteTarget });
    done();
  };
  return <AskUnlink said={bulkUnlinkWords} close={close} send={send} />;
}

interface AskProps {
  said: typeof unlinkWords | typeof bulkUnlinkWords;
  send: (deleteTarget: boolean) => Promise<unknown>;
  close: () => void;
}

function AskUnlink({ said, send, close }: AskProps) {
  const [deleteTarget, setDeleteTarget] = useState(true);
  return (
    <TopDialog title={said.title} close={close}>
      <Form save="Unlink" danger send={() => send(deleteTarget)} done={close}>
        <fieldset className={styles['plain']}>
          <legend>{said.question}</legend>
          <Choice type="radio" name="target" label={said.deleteTarget} checked={deleteTarget} choose={() => setDeleteTarget(true)} />
          <Choice type="radio" name="target" label={said.leaveTarget} checked={!deleteTarget} choose={() => setDeleteTarget(false)} />
        </fieldset>
        <p className={styles['quiet']}>{said.note}</p>
      </Form>
    </TopDialog>
  );
}

export function DeactivatePush({ app, row, close }: Props & { row: PushRow }) {
  const act = useAct();
  return (
    <Dialog title="Deactivate group push" close={close}>
      <Form save="Deactivate" send={() => act('deactivate-push', { appId: app.id, mappingId: row.mapping.id })} done={close}>
        <p>{words.deactivatePush(row.group)}</p>
      </Form>
    </Dialog>
  );
}

export function PushSettings({ app, close }: Props) {
  const act = useAct();
  const [renameAppGroups, setRename] = useState(app.renameAppGroups);
  return (
    <Dialog title="Group Push Settings" close={close}>
      <Form save="Save" send={() => act('change-app', { appId: app.id, change: { renameAppGroups } })} done={close}>
        <Choice type="checkbox" label="Rename app groups to match group name in Okta" checked={renameAppGroups} choose={setRename} />
      </Form>
    </Dialog>
  );
}

import type { ReactElement } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { InOkta } from '../popup/InOkta.tsx';
import { Ago } from '../ui/Ago.tsx';
import { Glyph } from '../ui/Notice.tsx';
import { Matches } from './Matches.tsx';
import { RowList } from './RowList.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { StepFrame } from './StepFrame.tsx';

interface PushStepProps {
  status: MappingStatus;
  mayAct: boolean | null;
  look: () => Promise<void>;
}

/** What Okta has pushed so far, counted while it comes; what it was matched with; and each row, to look at or to decide on. */
export function PushStep({ status, mayAct, look }: PushStepProps): ReactElement {
  const { push, okta } = status;
  const here = { users: okta.users, teams: okta.teams };
  return (
    <StepFrame step="push" now={okta.users + okta.teams === 0 ? t('mapping.push.nothing') : t('mapping.push.now', here)}>
      <p className="live">
        <Glyph tone={push.underWay ? 'note' : 'good'} />
        <span>
          {t(push.underWay ? 'mapping.push.under-way' : 'mapping.push.quiet')}{' '}
          {push.lastAt === null ? null : (
            <>
              {t('mapping.push.last')} <Ago at={push.lastAt} />
            </>
          )}
        </span>
      </p>
      <p className="ways">
        <InOkta subject={null} target="okta.assignments" />
        <InOkta subject={null} target="okta.push-groups" />
      </p>
      <Matches status={status} />
      <RulesEditor saved={status.rules} mayAct={mayAct} look={look} />
      <RowList seq={status.seq} rules={status.rules} mayAct={mayAct} look={look} />
    </StepFrame>
  );
}

import type { ReactElement } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import type { UndoAnswer } from '../../contract/mapping-work.ts';
import { moment } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/now.ts';
import { Download } from './Download.tsx';
import { useJob } from './jobs.ts';
import { RowList } from './RowList.tsx';
import { StepFrame } from './StepFrame.tsx';
import { Sure } from './Sure.tsx';
import { holds } from './steps.ts';
import { JobTrouble } from './Trouble.tsx';

interface DoneStepProps {
  status: MappingStatus;
  mayAct: boolean | null;
  look: () => Promise<void>;
}

/** What was completed, the file and the way by which it is taken back, and what has come to be double since. */
export function DoneStep({ status, mayAct, look }: DoneStepProps): ReactElement {
  const now = useNow();
  const { state, start } = useJob<UndoAnswer>();
  const { account, lastCompleted: last, users, teams } = status;
  const undo = async () => {
    await start(() => sendMessage('mapping.undo', {}));
    await look();
  };
  const undone = state.is === 'heard' ? state.heard.answer : null;
  const late = last !== null && now > Date.parse(last.undoUntil);
  const double = account.connection === 'connected' ? users.total + teams.total : 0;
  return (
    <StepFrame step="done" now={tellLast(status)}>
      <div role="status" className="outcome">
        {undone === null ? null : <Notice tone="good" title={t('mapping.done.undone', { users: undone.users, teams: undone.teams })} />}
        {state.is === 'working' ? <p>{t('mapping.done.undoing')}</p> : null}
      </div>
      <JobTrouble state={state} />
      {last === null || !holds(status) ? null : (
        <>
          <p>{t(late ? 'mapping.done.late' : 'mapping.done.until', { at: moment(last.undoUntil, 'minute') })}</p>
          {mayAct === false ? null : (
            <>
              <Download
                words={t('mapping.done.undo-file')}
                name={`sourcemark-mapping-${last.run}-before.jsonl`}
                ask={(job) => sendMessage('mapping.undo-file', { job })}
              />
              {late ? null : (
                <Sure
                  ask={t('mapping.done.undo')}
                  title={t('mapping.done.undo-sure', { users: last.users, teams: last.teams })}
                  go={t('mapping.done.undo-go')}
                  unless={state.is === 'working' ? t('mapping.done.undoing') : null}
                  onGo={() => void undo()}
                >
                  <p>{t('mapping.done.undo-why')}</p>
                </Sure>
              )}
            </>
          )}
        </>
      )}
      {account.connection !== 'connected' ? null : double === 0 ? (
        <Notice tone="good" title={t('mapping.done.no-duplicates')} />
      ) : (
        <>
          <Notice tone="care" title={t('mapping.done.duplicates', { count: double })}>
            <p>{t('mapping.done.duplicates-todo')}</p>
            <p>
              <a href="#complete">{t('mapping.next', { step: t('mapping.steps.complete.title') })}</a>
            </p>
          </Notice>
          <RowList seq={status.seq} rules={status.rules} first={users.total === 0 ? 'team' : 'user'} mayAct={mayAct} look={look} />
        </>
      )}
    </StepFrame>
  );
}

function tellLast({ lastCompleted: last }: MappingStatus): string {
  if (last === null) return t('mapping.done.not-yet');
  const facts = { users: last.users, teams: last.teams };
  if (last.undoneAt !== null) return t('mapping.done.was-undone', { ...facts, at: moment(last.undoneAt, 'minute') });
  return t('mapping.done.now', { ...facts, at: moment(last.at, 'minute') });
}

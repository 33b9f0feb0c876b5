import { type ReactElement, useState } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import type { CompleteAnswer, MappingNumbers } from '../../contract/mapping-work.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Notice } from '../ui/Notice.tsx';
import { useJob, withFile } from './jobs.ts';
import { Numbers } from './Numbers.tsx';
import { PreviewList } from './PreviewList.tsx';
import { usePreview } from './preview.ts';
import { StepFrame } from './StepFrame.tsx';
import { Sure } from './Sure.tsx';
import { undecidedOf } from './steps.ts';
import { JobTrouble, Trouble } from './Trouble.tsx';
import type { CheckedWorkbook } from './WorkbookStep.tsx';

interface CompleteStepProps {
  status: MappingStatus;
  mayAct: boolean | null;
  look: () => Promise<void>;
  checked: CheckedWorkbook | null;
  onDone: () => void;
}

/** What will happen, in numbers and line by line; then, asked once more, all of it at once. */
export function CompleteStep({ status, mayAct, look, checked, onDone }: CompleteStepProps): ReactElement {
  const { state, start } = useJob<CompleteAnswer>();
  const [{ q, offset }, setPlace] = useState({ q: '', offset: 0 });
  const { preview, trouble } = usePreview(q.trim(), offset, status.seq, checked?.check.numbers ? checked.check.digest : null);
  const numbers = checked?.check.numbers ?? preview?.numbers ?? null;
  const complete = async () => {
    const heard = await start(() =>
      checked === null
        ? sendMessage('mapping.complete', { file: null })
        : withFile(checked.file, (file) => sendMessage('mapping.complete', { file })),
    );
    await look();
    if (heard?.reach === 'ok') onDone();
  };
  const unless = reasonAgainst(status, mayAct, checked, numbers, state.is === 'working');
  return (
    <StepFrame
      step="complete"
      now={checked === null ? t('mapping.complete.by-rows') : t('mapping.complete.by-workbook', { name: checked.file.name })}
    >
      {status.push.underWay ? (
        <Notice tone="care" title={t('mapping.push.under-way')}>
          <p>{t('mapping.complete.under-way')}</p>
        </Notice>
      ) : null}
      {numbers === null ? <p role="status">{t('mapping.asking')}</p> : <Numbers numbers={numbers} />}
      <Sure
        ask={t('mapping.complete.ask')}
        look="primary"
        unless={unless}
        title={t('mapping.complete.sure', { users: numbers?.mergedUsers ?? 0, teams: numbers?.mergedTeams ?? 0 })}
        go={t('mapping.complete.go')}
        onGo={() => void complete()}
      >
        <p>{t(numbers?.connects ? 'mapping.complete.connects' : 'mapping.complete.stays')}</p>
        <p>{t('mapping.complete.way-back')}</p>
      </Sure>
      <div role="status" className="outcome">
        {state.is === 'working' ? (
          <div className="working">
            <p>{t('mapping.complete.working')}</p>
            <progress aria-label={t('mapping.complete.working')} />
          </div>
        ) : null}
      </div>
      <JobTrouble state={state} />
      {trouble === 'silent' ? <Notice tone="bad" title={t('popup.worker-silent')} role="alert" /> : null}
      {typeof trouble === 'object' && trouble !== null ? <Trouble heard={trouble} /> : null}
      {checked?.check.numbers === null ? <p className="quiet">{t('mapping.complete.lines-of-rows')}</p> : null}
      {preview === null ? null : (
        <PreviewList
          preview={preview}
          typed={q}
          type={(text) => setPlace({ q: text, offset: 0 })}
          offset={offset}
          goTo={(to) => setPlace({ q, offset: Math.max(0, to) })}
        />
      )}
    </StepFrame>
  );
}

/** Why it cannot be completed now, with what to do; null: it can. The companion checks all of it once more. */
function reasonAgainst(
  status: MappingStatus,
  mayAct: boolean | null,
  checked: CheckedWorkbook | null,
  numbers: MappingNumbers | null,
  working: boolean,
): string | null {
  if (status.account.type !== 'production') return t(`connection.${status.account.type}`);
  if (mayAct === false) return t('mapping.viewer.title');
  if (working) return t('mapping.complete.working');
  if (status.account.connection === 'not-connected') return t('mapping.push.nothing');
  if (checked !== null && checked.check.problemCount > 0) return t('mapping.complete.unless-problems');
  if (checked !== null) return checked.check.asked.length > 0 ? t('mapping.complete.unless-asked') : null;
  if (undecidedOf(status) > 0) return t('mapping.complete.unless-undecided', { count: undecidedOf(status) });
  if (numbers === null) return t('mapping.asking');
  return null;
}

import { type ReactElement, useState } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import type { CheckAnswer } from '../../contract/mapping-work.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Checking } from './Checking.tsx';
import { Download } from './Download.tsx';
import { FileDrop } from './FileDrop.tsx';
import { useJob, withFile } from './jobs.ts';
import { type OpenedSheet, SpekitSheet } from './SpekitSheet.tsx';
import { StepFrame } from './StepFrame.tsx';
import { undecidedOf } from './steps.ts';
import { JobTrouble } from './Trouble.tsx';
import { WorkbookFindings } from './WorkbookFindings.tsx';

/** A workbook that was checked, kept for as long as the page is open: it is sent once more to complete. */
export interface CheckedWorkbook {
  file: File;
  check: CheckAnswer;
}

interface WorkbookStepProps {
  status: MappingStatus;
  mayAct: boolean | null;
  look: () => Promise<void>;
  checked: CheckedWorkbook | null;
  onChecked: (workbook: CheckedWorkbook | null) => void;
  sheet: OpenedSheet | null;
  onSheet: (sheet: OpenedSheet | null) => void;
}

/** The workbook: saved, filled in elsewhere, and checked whole when it comes back; and beside it the sheet that Spekit gave. Nothing changes by any of it. */
export function WorkbookStep({ status, mayAct, look, checked, onChecked, sheet, onSheet }: WorkbookStepProps): ReactElement {
  const { state, start, stop } = useJob<CheckAnswer>();
  const [name, setName] = useState('');
  const readOnly = mayAct === false || status.account.type !== 'production';
  const check = async (file: File) => {
    setName(file.name);
    onChecked(null);
    const heard = await start((job) => withFile(file, (offered) => sendMessage('mapping.check', { job, file: offered })));
    if (heard?.answer) onChecked({ file, check: heard.answer });
    await look();
  };
  const undecided = undecidedOf(status);
  return (
    <StepFrame step="workbook" now={undecided === 0 ? t('mapping.workbook.decided') : t('mapping.workbook.now', { count: undecided })}>
      {readOnly ? null : (
        <Download
          words={t('mapping.workbook.download')}
          name={status.workbook.fileName}
          look={checked === null ? 'primary' : 'quiet'}
          ask={(job) => sendMessage('mapping.workbook', { job })}
        />
      )}
      <FileDrop
        label={t('mapping.workbook.upload')}
        hint={t('mapping.workbook.hint')}
        accept={['.xlsx']}
        disabled={readOnly || state.is === 'working'}
        onFile={(file) => void check(file)}
      />
      <Checking name={state.is === 'working' ? name : null} onStop={stop} />
      <JobTrouble state={state} />
      {checked === null ? null : (
        <WorkbookFindings
          workbook={checked}
          mayAct={mayAct}
          look={look}
          onCheck={() => void check(checked.file)}
          onLeave={() => onChecked(null)}
        />
      )}
      <SpekitSheet disabled={readOnly} opened={sheet} onOpened={onSheet} />
    </StepFrame>
  );
}

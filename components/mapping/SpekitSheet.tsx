import { type ReactElement, useState } from 'react';
import type { SheetCheckAnswer } from '../../contract/mapping-sheet.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Button } from '../ui/Button.tsx';
import { Checking } from './Checking.tsx';
import { FileDrop } from './FileDrop.tsx';
import { useJob, withFile } from './jobs.ts';
import { SheetFindings } from './SheetFindings.tsx';
import { JobTrouble } from './Trouble.tsx';

/** Spekit's sheet as it was chosen last, kept for as long as the page is open; `check.original` is of the one that was chosen first. */
export interface OpenedSheet {
  file: File;
  check: SheetCheckAnswer;
}

interface SpekitSheetProps {
  disabled: boolean;
  opened: OpenedSheet | null;
  onOpened: (sheet: OpenedSheet | null) => void;
}

/** The sheet that Spekit gives an admin to fill at connection: checked on the spot, each time beside what it was first, and filled. */
export function SpekitSheet({ disabled, opened, onOpened }: SpekitSheetProps): ReactElement {
  const { state, start, stop } = useJob<SheetCheckAnswer>();
  const [name, setName] = useState('');
  const original = opened?.check.original ?? null;
  const check = async (file: File) => {
    setName(file.name);
    const heard = await start((job) => withFile(file, (offered) => sendMessage('mapping.check-sheet', { job, file: offered, original })));
    if (heard?.answer) onOpened({ file, check: heard.answer });
  };
  const working = state.is === 'working';
  // What was found in another file would be read as of this one.
  const told = working || (state.is === 'heard' && state.heard.reach !== 'ok') || state.is === 'silent' ? null : opened;
  return (
    <section aria-labelledby="spekit-sheet">
      <h3 id="spekit-sheet">{t('mapping.sheet.title')}</h3>
      <p>{t('mapping.sheet.why')}</p>
      <FileDrop
        label={t('mapping.sheet.upload')}
        hint={t('mapping.sheet.hint')}
        accept={['.xlsx']}
        disabled={disabled || working}
        onFile={(file) => void check(file)}
      />
      <Checking name={working ? name : null} onStop={stop} />
      <JobTrouble state={state} />
      {told === null ? null : <SheetFindings sheet={told} />}
      {opened === null || working ? null : (
        <div className="acts">
          <Button
            onClick={() => {
              stop();
              onOpened(null);
            }}
          >
            {t('mapping.sheet.leave')}
          </Button>
          <span className="quiet">{t('mapping.sheet.leave-why')}</span>
        </div>
      )}
    </section>
  );
}

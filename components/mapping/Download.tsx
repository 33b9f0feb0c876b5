import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import type { Heard } from '../../messages/mapping.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDownload } from './jobs.ts';
import { JobTrouble } from './Trouble.tsx';

interface DownloadProps {
  words: string;
  /** What the file is called where it is saved. */
  name: string;
  look?: 'primary' | 'quiet';
  ask: (job: string) => Promise<Heard<string>>;
}

/** A file of the companion's, for a press. */
export function Download({ words, name, look = 'quiet', ask }: DownloadProps): ReactElement {
  const { state, lost, start } = useDownload(name, ask);
  const answered = state.is === 'heard' && state.heard.reach === 'ok';
  const working = state.is === 'working';
  return (
    <div className="download">
      <div className="acts">
        <Button look={look} aria-disabled={working} onClick={() => working || start()}>
          {words}
        </Button>
        <span className="quiet" role="status">
          {working ? t('mapping.file.making') : answered && !lost ? t('mapping.file.saved', { name }) : ''}
        </span>
      </div>
      {answered && lost ? <Notice tone="bad" title={t('mapping.file.lost', { name })} role="alert" /> : null}
      <JobTrouble state={state} />
    </div>
  );
}

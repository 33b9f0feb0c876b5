import { type ReactElement, useRef, useState } from 'react';
import { tellField } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { restored, writeBackup } from '../../stores/backup.ts';
import { notices } from '../../stores/notices.ts';
import { settings } from '../../stores/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { save } from '../ui/save.ts';
import { type ImportProblem, readImport } from './import.ts';

/** A file of settings is some kilobytes. */
const mostBytes = 1_000_000;

type Outcome = { is: 'none' | 'done' | 'failed' } | { is: 'refused'; problem: ImportProblem };

/** All settings as a file, and back. */
export function BackupSection(): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ is: 'none' });
  const exportAll = async () => {
    const text = writeBackup(await settings.read(), await notices.read());
    save(new Blob([text], { type: 'application/json' }), 'sourcemark-settings.json');
  };
  const load = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const read = chosen.size > mostBytes ? { problem: { is: 'no-backup' as const } } : readImport(await chosen.text());
    if ('problem' in read) return setOutcome({ is: 'refused', problem: read.problem });
    try {
      await settings.write((old) => restored(read.backup, old));
      await notices.write(() => read.backup.notices);
      setOutcome({ is: 'done' });
    } catch {
      setOutcome({ is: 'failed' });
    }
  };
  return (
    <section className="backup" aria-labelledby="backup">
      <h2 id="backup">{t('backup.title')}</h2>
      <p className="quiet">{t('backup.hint')}</p>
      <div className="acts">
        <Button onClick={() => void exportAll()}>{t('backup.export')}</Button>
        <Button onClick={() => input.current?.click()}>{t('backup.import')}</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('backup.import')}
          onChange={(event) => {
            void load(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <div role="status" className="outcome">
        {outcome.is === 'done' ? <Notice tone="good" title={t('backup.done')} /> : null}
        {outcome.is === 'failed' ? <Notice tone="bad" title={t('options.failed')} /> : null}
        {outcome.is === 'refused' ? <Refused problem={outcome.problem} /> : null}
      </div>
    </section>
  );
}

function Refused({ problem }: { problem: ImportProblem }): ReactElement {
  if (problem.is !== 'field' && problem.is !== 'entered') return <Notice tone="bad" title={t(`backup.${problem.is}`)} />;
  return (
    <Notice tone="bad" title={t('backup.field', { field: problem.field })}>
      {problem.is === 'entered' ? <p>{tellField(problem.problem, problem.field)}</p> : <p lang="en">{problem.detail}</p>}
      <p>{t('backup.nothing')}</p>
    </Notice>
  );
}

import { type ReactElement, useState } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import type { ForgottenImports, ImportAnswer } from '../../contract/mapping-imports.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportFindings } from './ImportFindings.tsx';
import { useJob, withFile } from './jobs.ts';
import { StepFrame } from './StepFrame.tsx';
import { Sure } from './Sure.tsx';
import { JobTrouble } from './Trouble.tsx';

interface StepProps {
  status: MappingStatus;
  mayAct: boolean | null;
  look: () => Promise<void>;
}

interface Begun {
  file: File;
  /** Whom and what had been imported before. */
  before: number;
}

/** Spekit's users and teams of today, from its own exports: looked at first, then taken in, and taken back as long as nothing has changed. */
export function ImportStep({ status: { spekit, account }, mayAct, look }: StepProps): ReactElement {
  const trial = useJob<ImportAnswer>();
  const taking = useJob<ImportAnswer>();
  const forgetting = useJob<ForgottenImports>();
  const [chosen, setChosen] = useState<Begun | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const imported = spekit.importedUsers + spekit.importedTeams;
  const readOnly = mayAct === false || account.type !== 'production';

  const send = (file: File, trial: boolean) => (job: string) =>
    withFile(file, (offered) => sendMessage('mapping.import', { job, file: offered, trial }));
  const choose = (file: File) => {
    setChosen({ file, before: imported });
    setCancelled(false);
    taking.stop();
    forgetting.stop();
    void trial.start(send(file, true));
  };
  const take = async (file: File) => {
    setChosen({ file, before: imported });
    setCancelled(false);
    await taking.start(send(file, false));
    trial.stop();
    await look();
  };
  const cancel = async () => {
    taking.stop();
    await look();
    setCancelled(true);
  };
  const forget = async () => {
    setCancelled(false);
    taking.stop();
    await forgetting.start(() => sendMessage('mapping.forget-imports', {}));
    await look();
  };

  const preview = trial.state.is === 'heard' ? trial.state.heard.answer : null;
  const taken = taking.state.is === 'heard' ? taking.state.heard.answer : null;
  const forgotten = forgetting.state.is === 'heard' ? forgetting.state.heard.answer : null;
  const busy = trial.state.is === 'working' || taking.state.is === 'working';
  return (
    <StepFrame
      step="import"
      now={
        spekit.users + spekit.teams === 0
          ? t('mapping.import.nobody')
          : t('mapping.import.now', { users: spekit.users, teams: spekit.teams, imported })
      }
    >
      <FileDrop
        label={t('mapping.import.choose')}
        hint={t('mapping.import.hint')}
        accept={['.csv', '.xlsx']}
        disabled={busy || readOnly}
        onFile={choose}
      />
      <div role="status" className="outcome">
        {trial.state.is === 'working' ? (
          <Working label={t('mapping.import.looking', { name: chosen?.file.name ?? '' })} onCancel={trial.stop} />
        ) : null}
        {taking.state.is === 'working' ? (
          <Working
            label={t('mapping.import.taking', { count: Math.max(0, imported - (chosen?.before ?? 0)) })}
            share={preview === null ? null : (imported - (chosen?.before ?? 0)) / Math.max(1, preview.users.added + preview.teams.added)}
            onCancel={() => void cancel()}
          />
        ) : null}
        {cancelled ? (
          <Notice tone="note" title={t('mapping.import.cancelled', { count: Math.max(0, imported - (chosen?.before ?? 0)) })} />
        ) : null}
        {taken === null ? null : (
          <Notice
            tone={taken.problemCount === 0 ? 'good' : 'care'}
            title={t('mapping.import.taken', {
              users: taken.users.added + taken.users.changed,
              teams: taken.teams.added + taken.teams.changed,
            })}
          >
            <p>{t('mapping.import.again')}</p>
          </Notice>
        )}
        {forgotten === null ? null : (
          <Notice tone="good" title={t('mapping.import.forgotten', { users: forgotten.users, teams: forgotten.teams })}>
            {forgotten.kept === 0 ? null : <p>{t('mapping.import.kept', { count: forgotten.kept })}</p>}
          </Notice>
        )}
      </div>
      <JobTrouble state={trial.state} />
      <JobTrouble state={taking.state} />
      <JobTrouble state={forgetting.state} />
      {preview === null || chosen === null || taking.state.is === 'working' ? null : (
        <ImportFindings name={chosen.file.name} answer={preview} onTake={() => void take(chosen.file)} onLeave={trial.stop} />
      )}
      {taken === null ? null : <ImportFindings name={chosen?.file.name ?? ''} answer={taken} />}
      {imported === 0 || readOnly || busy ? null : (
        <Sure
          ask={t('mapping.import.forget')}
          title={t('mapping.import.forget-sure', { count: imported })}
          go={t('mapping.import.forget-go')}
          onGo={() => void forget()}
        >
          <p>{t('mapping.import.forget-why')}</p>
        </Sure>
      )}
    </StepFrame>
  );
}

function Working({ label, share = null, onCancel }: { label: string; share?: number | null; onCancel: () => void }): ReactElement {
  return (
    <div className="working">
      <p>{label}</p>
      <progress aria-label={label} {...(share !== null && share > 0 && { value: Math.min(1, share) })} max={1} />
      <Button onClick={onCancel}>{t('panel.export-cancel')}</Button>
    </div>
  );
}

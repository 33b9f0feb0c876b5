// components/mapping/ is the page of the day on which Okta is connected to a Spekit account that has users and teams already: six steps that can
// be left and come back to. What may enter: a step, a part of one, and what it asks of the worker. Nothing is decided here: the companion does.
import { type ReactElement, useState } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { useReady } from '../popup/worker.ts';
import { Heading } from '../ui/Heading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AccountStep } from './AccountStep.tsx';
import { CompleteStep } from './CompleteStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { ImportStep } from './ImportStep.tsx';
import { PushStep } from './PushStep.tsx';
import type { OpenedSheet } from './SpekitSheet.tsx';
import { StepList } from './StepList.tsx';
import { type Known, useMayAct, useStatus } from './status.ts';
import { type Step, stepOf } from './steps.ts';
import { Trouble } from './Trouble.tsx';
import { type CheckedWorkbook, WorkbookStep } from './WorkbookStep.tsx';
import { useFocusOn, useStep } from './way.ts';

/** The whole page. */
export function Mapping(): ReactElement {
  const ready = useReady();
  return (
    <div className="mapping">
      <header>
        <Heading size={32} text={t('mapping.title')} />
        <p className="quiet">{t('mapping.intro')}</p>
      </header>
      {ready ? <Steps /> : null}
    </div>
  );
}

function Steps(): ReactElement {
  const { status, heard, silent, look } = useStatus();
  if (status === null)
    return (
      <main>
        {silent ? <Notice tone="bad" title={t('popup.worker-silent')} role="alert" /> : null}
        {heard === null ? <p role="status">{t('mapping.asking')}</p> : <Trouble heard={heard} />}
      </main>
    );
  return <Opened status={status} heard={heard} silent={silent} look={look} />;
}

function Opened({ status, heard, silent, look }: Known & { status: MappingStatus }): ReactElement {
  const mayAct = useMayAct();
  const [chosen, choose] = useStep();
  // Where the work was as the page opened: it does not turn over while somebody reads.
  const [first] = useState(() => stepOf(status));
  const [workbook, setWorkbook] = useState<CheckedWorkbook | null>(null);
  const [sheet, setSheet] = useState<OpenedSheet | null>(null);
  const step = chosen ?? first;
  useFocusOn(step);
  const done = () => {
    // What is to be completed next are duplicates, of which this workbook knows nothing.
    setWorkbook(null);
    choose('done');
  };
  const parts: Record<Step, () => ReactElement> = {
    account: () => <AccountStep status={status} />,
    import: () => <ImportStep status={status} mayAct={mayAct} look={look} />,
    push: () => <PushStep status={status} mayAct={mayAct} look={look} />,
    workbook: () => (
      <WorkbookStep
        status={status}
        mayAct={mayAct}
        look={look}
        checked={workbook}
        onChecked={setWorkbook}
        sheet={sheet}
        onSheet={setSheet}
      />
    ),
    complete: () => <CompleteStep status={status} mayAct={mayAct} look={look} checked={workbook} onDone={done} />,
    done: () => <DoneStep status={status} mayAct={mayAct} look={look} />,
  };
  return (
    <>
      <StepList status={status} current={step} />
      <main>
        {silent ? <Notice tone="bad" title={t('popup.worker-silent')} role="alert" /> : null}
        {heard === null || heard.reach === 'ok' ? null : <Trouble heard={heard} />}
        {mayAct === false ? (
          <Notice tone="care" title={t('mapping.viewer.title')}>
            <p>{t('mapping.viewer.todo')}</p>
          </Notice>
        ) : null}
        {parts[step]()}
      </main>
    </>
  );
}

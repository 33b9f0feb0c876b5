// components/panel/ is the browser's side panel: the popup's sections with room, the whole history by who, what, when and outcome, and a
// user's or team's story. What may enter: what only the panel shows. It asks the worker, as the popup does.
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import browser from 'webextension-polyfill';
import { t } from '../../locales/words.ts';
import { Attention } from '../popup/Attention.tsx';
import { Connection } from '../popup/Connection.tsx';
import { Search } from '../popup/Search.tsx';
import { useFreshness, useKnowledge, useReady } from '../popup/worker.ts';
import { Button } from '../ui/Button.tsx';
import { Heading } from '../ui/Heading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/now.ts';
import { ExportHistory } from './export/ExportHistory.tsx';
import { type Chosen, Filters, filterOf, nothingChosen } from './Filters.tsx';
import { useFollowing } from './following.ts';
import { useLog } from './log.ts';
import { type Masking, MaskSwitch, useMasking } from './MaskSwitch.tsx';
import { Switch } from './Switch.tsx';
import { Timeline } from './Timeline.tsx';

interface Subject {
  id: string;
  name: string;
}

/** The whole panel. */
export function Panel(): ReactElement {
  const ready = useReady();
  const silent = useFreshness();
  const { reach } = useKnowledge();
  return (
    <div className="popup panel">
      <header>
        <Heading size={20} text={t('popup.title')} />
        <Button look="plain" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('popup.options')}
        </Button>
      </header>
      <main>
        {silent ? <Notice tone="bad" title={t('popup.worker-silent')} role="alert" /> : null}
        {ready ? <Connection /> : null}
        {ready && reach === 'ok' ? (
          <>
            <Search />
            <Attention />
            <Whole />
          </>
        ) : null}
      </main>
    </div>
  );
}

/** The history, or the story of one user or team. */
function Whole(): ReactElement {
  const [chosen, choose] = useState<Chosen>(nothingChosen);
  const masking = useMasking();
  const [of, follow] = useState<Subject | null>(null);
  const [follows, setFollows] = useState(true);
  const [pointedAt, setPointedAt] = useState<Subject | null>(null);
  const [returned, setReturned] = useState(false);
  const back = (): void => {
    follow(null);
    setReturned(true);
  };
  useFollowing(follows, ({ id, name }) => {
    const subject = { id, name };
    setPointedAt(subject);
    follow(subject);
  });
  return (
    <>
      <Switch label={t('panel.follow.label')} why={t('panel.follow.why')} on={follows} switchTo={setFollows} />
      <p className="unseen" aria-live="polite">
        {pointedAt === null ? '' : t('panel.story-of', { name: pointedAt.name })}
      </p>
      {of === null ? (
        <History chosen={chosen} choose={choose} follow={follow} masking={masking} returned={returned} />
      ) : (
        <Story key={of.id} of={of} masking={masking} back={back} sought={of === pointedAt} />
      )}
    </>
  );
}

/** The heading of what a press of a button has led to: the button is gone, and the focus would be nowhere. */
function useArrival(arrives: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrives) heading.current?.focus();
  }, [arrives]);
  return heading;
}

interface StoryProps {
  of: Subject;
  masking: Masking;
  back: () => void;
  /** Somebody has pointed at it elsewhere: it is brought into sight, and the focus stays where it is. */
  sought: boolean;
}

function Story({ of: { id, name }, masking, back, sought }: StoryProps): ReactElement {
  const { status } = useKnowledge();
  const heading = useArrival(!sought);
  useEffect(() => {
    if (sought) heading.current?.scrollIntoView({ block: 'start' });
  }, [sought, heading]);
  return (
    <section aria-labelledby="story">
      <h2 id="story" ref={heading} tabIndex={-1}>
        {t('panel.story-of', { name })}
      </h2>
      <Button look="plain" onClick={back}>
        {t('panel.back')}
      </Button>
      <MaskSwitch masking={masking} />
      <ExportHistory filter={{ subject: id }} masks={masking.masks} />
      <Timeline log={useLog({ subject: id }, status?.seq ?? 0)} label={t('panel.story-of', { name })} masks={masking.masks} />
    </section>
  );
}

interface HistoryProps {
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  follow: (subject: Subject) => void;
  masking: Masking;
  /** From a story. */
  returned: boolean;
}

function History({ chosen, choose, follow, masking, returned }: HistoryProps): ReactElement {
  const now = useNow();
  const heading = useArrival(returned);
  const { status } = useKnowledge();
  const filter = filterOf(chosen, now);
  const log = useLog(filter, status?.seq ?? 0);
  return (
    <section aria-labelledby="history">
      <h2 id="history" ref={heading} tabIndex={-1}>
        {t('history.title')}
      </h2>
      <Filters chosen={chosen} choose={choose} />
      <MaskSwitch masking={masking} />
      <ExportHistory filter={filter} masks={masking.masks} />
      <Timeline log={log} follow={follow} label={t('history.title')} masks={masking.masks} />
    </section>
  );
}

// components/panel/ is the browser's side panel: the popup's sections with room, the whole history by who, what, when and outcome, and a
// user's or team's story. What may enter: what only the panel shows. It asks the worker, as the popup does.
import { type ReactElement, useState } from 'react';
import browser from 'webextension-polyfill';
import { t } from '../../locales/words.ts';
import { Attention } from '../popup/Attention.tsx';
import { Connection } from '../popup/Connection.tsx';
import { Search } from '../popup/Search.tsx';
import { useFreshness, useKnowledge, useReady } from '../popup/worker.ts';
import { Button } from '../ui/Button.tsx';
import mark from '../ui/mark.svg';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/now.ts';
import { ExportHistory } from './export/ExportHistory.tsx';
import { type Chosen, Filters, filterOf, nothingChosen } from './Filters.tsx';
import { useLog } from './log.ts';
import { type Masking, MaskSwitch, useMasking } from './MaskSwitch.tsx';
import { Timeline } from './Timeline.tsx';

/** The whole panel. */
export function Panel(): ReactElement {
  const ready = useReady();
  const silent = useFreshness();
  const { reach } = useKnowledge();
  return (
    <div className="popup panel">
      <header>
        <h1>
          <img src={mark} alt="" width="20" height="20" />
          {t('popup.title')}
        </h1>
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
  const [of, follow] = useState<{ id: string; name: string } | null>(null);
  return of === null ? (
    <History chosen={chosen} choose={choose} follow={follow} masking={masking} />
  ) : (
    <section aria-labelledby="story">
      <h2 id="story">{t('panel.story-of', { name: of.name })}</h2>
      <Button look="plain" onClick={() => follow(null)}>
        {t('panel.back')}
      </Button>
      <MaskSwitch masking={masking} />
      <Story id={of.id} name={of.name} masking={masking} />
    </section>
  );
}

function Story({ id, name, masking }: { id: string; name: string; masking: Masking }): ReactElement {
  const { status } = useKnowledge();
  return <Timeline log={useLog({ subject: id }, status?.seq ?? 0)} label={t('panel.story-of', { name })} masks={masking.masks} />;
}

interface HistoryProps {
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  follow: (subject: { id: string; name: string }) => void;
  masking: Masking;
}

function History({ chosen, choose, follow, masking }: HistoryProps): ReactElement {
  const now = useNow();
  const { status } = useKnowledge();
  const filter = filterOf(chosen, now);
  const log = useLog(filter, status?.seq ?? 0);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <Filters chosen={chosen} choose={choose} />
      <MaskSwitch masking={masking} />
      <ExportHistory filter={filter} masks={masking.masks} />
      <Timeline log={log} follow={follow} label={t('history.title')} masks={masking.masks} />
    </section>
  );
}

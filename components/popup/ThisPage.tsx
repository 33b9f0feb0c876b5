import { type ReactElement, useState } from 'react';
import browser from 'webextension-polyfill';
import { useStore } from 'zustand';
import { clauses } from '../../locales/joined.ts';
import { t } from '../../locales/words.ts';
import { type KeptPack, keptPack } from '../../stores/page-pack.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { healthReport } from './health.ts';
import { type ReportedPage, useCurrentPage } from './page.ts';
import { Teach } from './Teach.tsx';

/** What is managed on the page in the current tab, and what our declaration of it expected and did not see. */
export function ThisPage(): ReactElement {
  const page = useCurrentPage();
  const pack = useStore(keptPack.store, (state) => packInWords(state.value, page));
  return (
    <section>
      <h2>{t('popup.page')}</h2>
      {page === null ? <p className="quiet">{t('popup.page-none')}</p> : <p>{counted(page)}</p>}
      {pack === null ? null : <p className="quiet">{pack}</p>}
      {page === null || page.missing.length === 0 ? null : (
        <Notice tone="care" title={t('popup.health')}>
          <ul className="missing">
            {page.missing.map((id) => (
              <li key={id}>{plain(id)}</li>
            ))}
          </ul>
          <p>{t('popup.health-why')}</p>
        </Notice>
      )}
      {page === null ? null : <CopyHealth page={page} />}
      <Teach />
    </section>
  );
}

/** Puts what the page was read by into the clipboard, for whoever mends it. */
function CopyHealth({ page }: { page: ReportedPage }): ReactElement {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const { version } = browser.runtime.getManifest();
    await navigator.clipboard.writeText(healthReport(page, version, navigator.userAgent, Date.now()));
    setCopied(true);
  };
  return (
    <p>
      <Button look="plain" onClick={() => void copy()}>
        {t('popup.health-copy')}
      </Button>{' '}
      <span aria-live="polite" className="quiet">
        {copied ? t('evidence.copied') : ''}
      </span>
    </p>
  );
}

/** What the companion's page pack does for the page, or why it does nothing; null where there is nothing to say. */
function packInWords({ pack, version, unused }: KeptPack, page: ReportedPage | null): string | null {
  if (unused !== null) return t(`popup.pack-${unused}`, { version: version ?? '' });
  return page !== null && pack?.pages.some(({ id }) => id === page.page) ? t('popup.pack', { version: pack.version }) : null;
}

/** `okta.push-groups/push-button` → "push button". */
function plain(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replaceAll(/[-._]/g, ' ');
}

function counted({ managed }: ReportedPage): string {
  const owners = (['idp', 'spekit', 'unknown'] as const).filter((owner) => managed[owner] > 0);
  const told = owners.map((owner) => t(`popup.page-${owner}`, { count: managed[owner] }));
  return clauses(...told) || t('popup.page-nothing');
}

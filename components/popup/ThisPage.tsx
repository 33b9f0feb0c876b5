import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../locales/fill.ts';
import { words } from '../../locales/pages.ts';
import { type KeptPack, keptPack } from '../../stores/page-pack.ts';
import { Notice } from '../ui/Notice.tsx';
import { type ReportedPage, useCurrentPage } from './page.ts';
import { Teach } from './Teach.tsx';

/** What is managed on the page in the current tab, and what our declaration of it expected and did not see. */
export function ThisPage(): ReactElement {
  const page = useCurrentPage();
  const pack = useStore(keptPack.store, (state) => packInWords(state.value, page));
  const { popup } = words;
  return (
    <section>
      <h2>{popup.page}</h2>
      {page === null ? <p className="quiet">{popup['page-none']}</p> : <p>{counted(page)}</p>}
      {pack === null ? null : <p className="quiet">{pack}</p>}
      {page === null || page.missing.length === 0 ? null : (
        <Notice tone="care" title={popup.health}>
          <ul className="missing">
            {page.missing.map((id) => (
              <li key={id}>{plain(id)}</li>
            ))}
          </ul>
          <p>{popup['health-why']}</p>
        </Notice>
      )}
      <Teach />
    </section>
  );
}

/** What the companion's page pack does for the page, or why it does nothing; null where there is nothing to say. */
function packInWords({ pack, version, unused }: KeptPack, page: ReportedPage | null): string | null {
  const { popup } = words;
  if (unused !== null) return fill(popup[`pack-${unused}`], { version: version ?? '' });
  return page !== null && pack?.pages.some(({ id }) => id === page.page) ? fill(popup.pack, { version: pack.version }) : null;
}

/** `okta.push-groups/push-button` → "push button". */
function plain(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replaceAll(/[-._]/g, ' ');
}

function counted({ managed }: ReportedPage): string {
  const { popup } = words;
  const parts = [
    [managed.idp, popup['page-idp']],
    [managed.spekit, popup['page-spekit']],
    [managed.unknown, popup['page-unknown']],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, text]) => fill(text, { count }));
  return told.length === 0 ? popup['page-nothing'] : told.join(', ');
}

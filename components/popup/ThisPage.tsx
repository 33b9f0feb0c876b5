import type { ReactElement } from 'react';
import { fill } from '../../locales/fill.ts';
import { words } from '../../locales/pages.ts';
import { Notice } from '../ui/Notice.tsx';
import { type ReportedPage, useCurrentPage } from './page.ts';

/** What is managed on the page in the current tab, and what our declaration of it expected and did not see. */
export function ThisPage(): ReactElement {
  const page = useCurrentPage();
  const { popup } = words;
  return (
    <section>
      <h2>{popup.page}</h2>
      {page === null ? <p className="quiet">{popup['page-none']}</p> : <p>{counted(page)}</p>}
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
    </section>
  );
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

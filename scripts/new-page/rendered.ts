import { routeOf as oktaRoute } from '../../mocks/okta/console/data/routes.ts';
import { routeOf as spekitRoute } from '../../mocks/spekit/app/data/routes.ts';
import type { NewPage } from './templates.ts';

/** Whether the playground's replica of that app has a page at that address. */
export function isRendered({ host, address }: NewPage): boolean {
  if (host === 'okta') return oktaRoute(address).page !== 'not-found';
  // Spekit's app shows its dashboard for what it does not know.
  return spekitRoute(address).page !== 'dashboard' || address.endsWith('/dashboard');
}

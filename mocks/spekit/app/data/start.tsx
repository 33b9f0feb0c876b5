import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Rendering } from '../renderings.ts';
import { keepFresh } from './live.ts';
import { pathOf, routeOf } from './routes.ts';

/** Puts the app into the shell. An address of the other generation, or none, becomes this one's own. */
export function start(app: ReactNode, rendering: Rendering): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The shell has no #root.');
  const path = pathOf(routeOf(location.pathname), rendering);
  if (path !== location.pathname) history.replaceState(null, '', path);
  keepFresh();
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

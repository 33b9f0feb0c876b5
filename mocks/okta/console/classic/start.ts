import type { ConsoleView } from '../../state.ts';
import { type Route, routeOf } from '../data/routes.ts';
import { ConsoleServer } from '../data/server.ts';
import { buildFrame } from './frame.ts';
import { makePage, notFound, type Page } from './page.ts';
import { appPage } from './pages/app/page.ts';
import { appsPage } from './pages/apps.ts';
import { dashboardPage } from './pages/dashboard.ts';
import { groupPage } from './pages/group/page.ts';
import { groupsPage } from './pages/groups.ts';
import { peoplePage } from './pages/people.ts';
import { personPage } from './pages/person/page.ts';
import { h } from './widgets/element.ts';

/** Builds the page of the address, in stages: the frame at once, then "Loading…", then the page when the org has answered.
 *  Each page is a document of its own; only tabs change within one. */
export function start(): void {
  const container = document.getElementById('container');
  if (container === null) throw new Error('The page has no #container.');
  const server = new ConsoleServer();
  const content = buildFrame(container, server);
  content.append(h('p', { class: 'loading-msg' }, 'Loading…'));
  const end = server.onChange(() => {
    if (server.view === null) return;
    end();
    content.replaceChildren();
    show(routeOf(location.pathname), makePage(content, server, server.view), server.view);
  });
  server.start();
}

function show(route: Route, page: Page, view: ConsoleView): void {
  if (!('id' in route)) plain[route.page](page);
  else if (view[subjects[route.page].among].some((one) => one.id === route.id)) subjects[route.page].show(page, route.id);
  else notFound(page);
}

const plain = { dashboard: dashboardPage, people: peoplePage, groups: groupsPage, apps: appsPage, 'not-found': notFound } as const;

const subjects = {
  person: { show: personPage, among: 'people' },
  group: { show: groupPage, among: 'groups' },
  app: { show: appPage, among: 'apps' },
} as const;

import { fullName } from '../../state.ts';
import { findGroups, findPeople } from '../data/people.ts';
import { paths, sections } from '../data/routes.ts';
import type { ConsoleServer } from '../data/server.ts';
import { autocomplete } from './widgets/autocomplete.ts';
import { h } from './widgets/element.ts';

/** Milliseconds until the side navigation comes: it is a bundle of its own that arrives after the page. */
const sideNavDelay = 80;

/** Builds what stands around every page. Gives the part that the page fills. */
export function buildFrame(container: HTMLElement, server: ConsoleServer): HTMLElement {
  const content = h('div', { class: 'content-container' });
  const nav = h('nav', { id: 'admin-sidenav', class: 'o-side-nav', 'aria-label': 'Admin' });
  container.append(
    topBar(server),
    h('div', { class: 'wrapper' }, nav, h('main', { id: 'content' }, h('div', { class: 'page-notices' }), content)),
  );
  setTimeout(() => nav.append(...sideNav()), sideNavDelay);
  return content;
}

function topBar(server: ConsoleServer): HTMLElement {
  const search = autocomplete('Search for people, apps and groups', (text) => {
    const view = server.view;
    if (view === null || text.trim() === '') return [];
    const go = (href: string) => () => location.assign(href);
    const has = (label: string): boolean => label.toLowerCase().includes(text.trim().toLowerCase());
    return [
      ...findPeople(view, text, 'Everyone').map((one) => ({ label: fullName(one), note: one.email, choose: go(paths.person(one.id)) })),
      ...view.apps.filter((app) => has(app.label)).map((app) => ({ label: app.label, note: 'Application', choose: go(paths.app(app)) })),
      ...findGroups(view, text).map((group) => ({ label: group.name, note: 'Group', choose: go(paths.group(group.id)) })),
    ];
  });
  return h(
    'header',
    { class: 'topbar' },
    h('a', { href: paths.dashboard, class: 'logo', 'aria-label': 'Okta Admin Dashboard' }, 'okta'),
    h('div', { class: 'topbar-search' }, search.root),
    h(
      'div',
      { class: 'topbar-user' },
      h('span', { class: 'topbar-user-name' }, 'robert.hale@acme.example'),
      h('span', { class: 'topbar-org' }, 'acme'),
    ),
  );
}

function sideNav(): HTMLElement[] {
  const here = location.pathname.replace(/\/+$/, '');
  return sections.map(({ id, label, pages }) => {
    const list = h('ul', { class: 'nav-item--children' });
    for (const page of pages) {
      const current = here === page.href;
      const item = h(
        'a',
        { href: page.href, class: `nav-item--wrapper${current ? ' is-current' : ''}`, 'aria-current': current ? 'page' : null },
        h('p', { class: 'nav-item--label' }, page.label),
      );
      list.append(h('li', { class: 'nav-item' }, item));
    }
    const toggle = h(
      'button',
      { type: 'button', class: 'nav-item--wrapper nav-item--section', 'aria-expanded': 'true' },
      h('p', { class: 'nav-item--label' }, label),
    );
    toggle.addEventListener('click', () => {
      list.hidden = !list.hidden;
      toggle.setAttribute('aria-expanded', String(!list.hidden));
    });
    return h('div', { class: 'o-side-nav-item', 'data-se': `o-side-nav-item-${id}` }, toggle, list);
  });
}

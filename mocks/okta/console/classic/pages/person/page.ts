import { fullName, type Person } from '../../../../state.ts';
import { changesOf, type PersonChange } from '../../../data/person-changes.ts';
import { paths } from '../../../data/routes.ts';
import { personTabs } from '../../../data/tabs.ts';
import { words } from '../../../data/words.ts';
import { link, type Page } from '../../page.ts';
import { dropdown } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { formDialog } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';
import { tabs } from '../../widgets/tabs.ts';
import { personApps } from './apps.ts';
import { personGroups } from './groups.ts';
import { personProfile } from './profile.ts';

/** Milliseconds until the toolbar has its buttons. */
const toolbarDelay = 100;

/** Directory > People > a person. */
export function personPage(page: Page, id: string): void {
  const { content, server } = page;
  const header = h('div', { class: 'subheader clearfix' });
  const actions = h('div', { id: 'admin-user-profile-toolbar', class: 'clearfix' });
  content.append(link(paths.people, '← Back to People', 'back-link'), header, actions);
  live(server, header, (view) => {
    const person = view.people.find((one) => one.id === id);
    if (person === undefined) return [];
    return [
      h('h1', { class: 'subheader-fullname' }, fullName(person)),
      h('p', { class: 'subheader-login' }, person.email),
      h('p', { class: `subheader-status status-${person.status.toLowerCase()}` }, person.status),
    ];
  });
  setTimeout(() => live(server, actions, () => [moreActions(page, id)]), toolbarDelay);
  content.append(
    ...tabs('user-profile-tabs', [
      { ...personTabs[0], fill: (panel) => personApps(page, panel, id) },
      { ...personTabs[1], fill: (panel) => personGroups(page, panel, id) },
      { ...personTabs[2], fill: (panel) => personProfile(page, panel, id) },
      { ...personTabs[3], fill: (panel) => panel.append(h('p', { class: 'data-list-empty-msg' }, words.adminRoles)) },
    ]),
  );
}

function moreActions(page: Page, id: string): HTMLElement {
  const person = page.server.view?.people.find((one) => one.id === id);
  const items =
    person === undefined ? [] : changesOf(person).map((change) => ({ label: change.word, onclick: () => ask(page, person, change) }));
  const menu = dropdown('More Actions', 'people-more-actions', items);
  menu.id = 'people-more-actions-dropdown';
  return menu;
}

function ask({ server }: Page, person: Person, { word, act, danger, text }: PersonChange): void {
  formDialog(`${word} Person`, {
    fields: [h('p', {}, text(person))],
    save: word,
    danger,
    submit: async () => {
      await server.act(act, { personId: person.id });
      if (act === 'delete-person') location.assign(paths.people);
    },
  });
}

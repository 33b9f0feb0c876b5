import { fullName } from '../../../state.ts';
import { findPeople, type PersonStatus, personStatuses } from '../../data/people.ts';
import { paths } from '../../data/routes.ts';
import { link, type Page, pageHeader } from '../page.ts';
import { dataList, filterList, searchBox, toolbar } from '../widgets/data-list.ts';
import { h } from '../widgets/element.ts';
import { live } from '../widgets/live.ts';

/** Directory > People. */
export function peoplePage({ content, server }: Page): void {
  let search = '';
  let status: PersonStatus = 'Everyone';
  const filters = h('div');
  const list = h('div', { class: 'data-list-main' });
  content.append(
    pageHeader('People'),
    h(
      'div',
      { class: 'data-list' },
      toolbar(
        searchBox('Search people', (text) => {
          search = text;
          drawList();
        }),
      ),
      h('div', { class: 'data-list-columns' }, filters, list),
    ),
  );
  const drawFilters = live(server, filters, () => [
    filterList(
      'Status',
      personStatuses.map((label) => ({ label, on: label === status, choose: () => choose(label) })),
    ),
  ]);
  const drawList = live(server, list, (view) => [
    dataList(
      ['Person & username', 'Primary email', 'Status'],
      findPeople(view, search, status).map((person) => [
        {
          class: 'person-cell',
          content: [link(paths.person(person.id), fullName(person)), h('span', { class: 'muted' }, person.email)],
        },
        person.email,
        person.status,
      ]),
      'No people found',
    ),
  ]);
  function choose(label: PersonStatus): void {
    status = label;
    drawFilters();
    drawList();
  }
}

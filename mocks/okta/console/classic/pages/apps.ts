import { paths } from '../../data/routes.ts';
import { link, type Page, pageHeader } from '../page.ts';
import { dataList, filterList, searchBox, toolbar } from '../widgets/data-list.ts';
import { h } from '../widgets/element.ts';
import { live } from '../widgets/live.ts';

/** Applications > Applications. */
export function appsPage({ content, server }: Page): void {
  let search = '';
  let status: 'Active' | 'Inactive' = 'Active';
  const filters = h('div');
  const list = h('div', { class: 'data-list-main' });
  const find = searchBox('Search applications', (text) => {
    search = text.toLowerCase();
    draw();
  });
  content.append(
    pageHeader('Applications'),
    h('div', { class: 'data-list' }, toolbar(find), h('div', { class: 'data-list-columns' }, filters, list)),
  );
  const drawFilters = live(server, filters, (view) => [
    filterList(
      'Status',
      (['Active', 'Inactive'] as const).map((one) => ({
        label: `${one} (${view.apps.filter((app) => app.status === one).length})`,
        on: one === status,
        choose: () => {
          status = one;
          drawFilters();
          draw();
        },
      })),
    ),
  ]);
  const draw = live(server, list, (view) => [
    dataList(
      ['Application', 'People assigned', 'Pushed groups'],
      view.apps
        .filter((app) => app.status === status && app.label.toLowerCase().includes(search))
        .map((app) => [
          {
            class: 'app-cell',
            content: [h('span', { class: 'app-logo', 'aria-hidden': 'true' }, app.label.slice(0, 1)), link(paths.app(app), app.label)],
          },
          String(app.assignments.length),
          String(app.mappings.length),
        ]),
      'No applications found',
    ),
  ]);
}

import { paths } from '../../data/routes.ts';
import { dateTime } from '../../data/times.ts';
import { link, type Page, pageHeader } from '../page.ts';
import { rowAction } from '../widgets/button.ts';
import { dataList } from '../widgets/data-list.ts';
import { h } from '../widgets/element.ts';
import { live } from '../widgets/live.ts';

/** Dashboard: how many there are of what, and what Okta could not do by itself. */
export function dashboardPage({ content, server, attempt }: Page): void {
  const overview = h('div', { class: 'dashboard-overview' });
  const tasks = h('div', { class: 'dashboard-tasks' });
  content.append(pageHeader('Dashboard'), h('h2', {}, 'Overview'), overview, h('h2', {}, 'Tasks'), tasks);
  live(server, overview, (view) => [
    tile(view.people.filter((one) => one.status === 'Active').length, 'Active people', paths.people),
    tile(view.groups.length, 'Groups', paths.groups),
    tile(view.apps.filter((one) => one.status === 'Active').length, 'Active applications', paths.apps),
    tile(view.tasks.length, 'Tasks', paths.dashboard),
  ]);
  live(server, tasks, (view) => [
    dataList(
      ['Time', 'Task', ''],
      view.tasks.map((task) => [
        { class: 'task-time', content: [dateTime(task.at)] },
        task.text,
        rowAction({
          label: 'Mark as done',
          key: `done-${task.id}`,
          onclick: () => attempt(server.act('dismiss-task', { taskId: task.id })),
        }),
      ]),
      'You have no tasks',
    ),
  ]);
}

function tile(count: number, label: string, href: string): HTMLElement {
  return h('div', { class: 'dashboard-tile' }, h('span', { class: 'dashboard-count' }, String(count)), link(href, label));
}

import { appsOf } from '../../../data/people.ts';
import { paths } from '../../../data/routes.ts';
import { dateTime } from '../../../data/times.ts';
import { link, type Page } from '../../page.ts';
import { dataList } from '../../widgets/data-list.ts';
import { h } from '../../widgets/element.ts';
import { live } from '../../widgets/live.ts';

/** A person's tab Applications. */
export function personApps({ server }: Page, panel: HTMLElement, id: string): void {
  const list = h('div', { class: 'data-list' });
  panel.append(h('h2', { class: 'tab-title' }, 'Assigned Applications'), list);
  live(server, list, (view) => {
    const person = view.people.find((one) => one.id === id);
    const apps = person === undefined ? [] : appsOf(view, person);
    const rows = apps.map((app) => {
      const assignment = app.assignments.find((one) => one.personId === id);
      return [link(`${paths.app(app)}#tab-assignments`, app.label), person?.email ?? '', dateTime(assignment?.at ?? null)];
    });
    return [dataList(['Application', 'Username', 'Assigned'], rows, 'No applications are assigned')];
  });
}

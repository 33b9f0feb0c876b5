import { paths } from '../../../data/routes.ts';
import { appTabs } from '../../../data/tabs.ts';
import { words } from '../../../data/words.ts';
import { link, type Page } from '../../page.ts';
import { dropdown } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { formDialog } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';
import { tabs } from '../../widgets/tabs.ts';
import { appAssignments } from './assignments.ts';
import { appGeneral } from './general.ts';
import { appProvisioning } from './provisioning.ts';
import { appPushGroups } from './push-groups.ts';

/** Applications > an app. */
export function appPage(page: Page, id: string): void {
  const { content, server } = page;
  const header = h('div', { class: 'app-header clearfix' });
  content.append(link(paths.apps, '← Back to Applications', 'back-link'), header);
  live(server, header, (view) => {
    const app = view.apps.find((one) => one.id === id);
    if (app === undefined) return [];
    const change = app.status === 'Active' ? 'Deactivate' : 'Activate';
    return [
      h('span', { class: 'app-logo app-logo-large', 'aria-hidden': 'true' }, app.label.slice(0, 1)),
      h(
        'div',
        { class: 'app-header-text' },
        h('h1', { class: 'app-label' }, app.label),
        dropdown(
          app.status,
          'app-status',
          [{ label: change, onclick: () => changeStatus(page, id) }],
          `status-${app.status.toLowerCase()}`,
        ),
      ),
    ];
  });
  content.append(
    ...tabs('app-tabs', [
      { ...appTabs[0], fill: (panel) => appGeneral(page, panel, id) },
      { ...appTabs[1], fill: (panel) => panel.append(h('h2', { class: 'tab-title' }, 'Sign on methods'), h('p', {}, 'SAML 2.0')) },
      { ...appTabs[2], fill: (panel, pane) => appProvisioning(page, panel, id, pane) },
      { ...appTabs[3], fill: (panel) => panel.append(h('p', { class: 'data-list-empty-msg' }, words.noImport)) },
      { ...appTabs[4], fill: (panel) => appAssignments(page, panel, id) },
      { ...appTabs[5], fill: (panel) => appPushGroups(page, panel, id) },
    ]),
  );
}

function changeStatus({ server, attempt }: Page, id: string): void {
  const app = server.view?.apps.find((one) => one.id === id);
  if (app === undefined) return;
  const change = (status: 'Active' | 'Inactive'): Promise<unknown> => server.act('change-app', { appId: id, change: { status } });
  if (app.status === 'Inactive') attempt(change('Active'));
  else {
    const fields = [h('p', {}, words.deactivateApp(app))];
    formDialog('Deactivate Application', { fields, save: 'Deactivate', danger: true, submit: () => change('Inactive') });
  }
}

import type { App } from '../../../../state.ts';
import { countOf, type PushFilter, type PushRow, pushFilters, pushRows } from '../../../data/push-groups.ts';
import { paths } from '../../../data/routes.ts';
import { dateTime } from '../../../data/times.ts';
import { link, type Page } from '../../page.ts';
import { linkButton } from '../../widgets/button.ts';
import { type Cell, dataList, filterList, searchBox, toolbar } from '../../widgets/data-list.ts';
import { dropdown, type MenuItem } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { live } from '../../widgets/live.ts';
import { type BulkEdit, bulkEdit } from './bulk-edit.ts';
import { findByName, findByRule } from './push-dialogs.ts';
import { confirmDeactivation, groupPushSettings, unlinkDialog } from './push-status-dialogs.ts';
import { ruleList } from './rules.ts';

/** An app's tab Push Groups. */
export function appPushGroups(page: Page, panel: HTMLElement, id: string): void {
  const { server, attempt } = page;
  let filter: PushFilter = 'All';
  let search = '';
  const label = server.view?.apps.find((one) => one.id === id)?.label ?? '';
  const filters = h('div');
  const list = h('div', { class: 'data-list-main' });
  const push = dropdown(
    'Push Groups',
    'push-groups',
    [
      { label: 'Find groups by name', onclick: () => findByName(page, id) },
      { label: 'Find groups by rule', onclick: () => findByRule(page, id) },
    ],
    'button-primary',
  );
  const retry = linkButton({
    label: 'Retry All Groups',
    key: 'retry-all',
    onclick: () => attempt(server.act('retry-all-groups', { appId: id })),
  });
  const refresh = linkButton({
    label: 'Refresh App Groups',
    key: 'refresh-app-groups',
    onclick: () => attempt(server.act('refresh-app-groups', { appId: id })),
  });
  const bulk = bulkEdit(page, id, () => draw());
  const settings = linkButton({
    label: '⚙',
    name: 'Group Push Settings',
    key: 'push-settings',
    onclick: () => groupPushSettings(page, id),
  });
  const find = searchBox('Search pushed groups', (text) => {
    search = text;
    draw();
  });
  panel.append(
    h('h2', { class: 'tab-title' }, `Push Groups to ${label}`),
    h(
      'div',
      { class: 'data-list' },
      toolbar(push, retry, refresh, bulk.controls, settings, find),
      h('div', { class: 'data-list-columns' }, filters, list),
    ),
  );
  const drawFilters = live(server, filters, (view) => {
    const app = view.apps.find((one) => one.id === id);
    if (app === undefined) return [];
    const items = pushFilters.map((one) => ({ label: filterLabel(app, one), on: one === filter, choose: () => choose(one) }));
    return [filterList('Pushed Groups', items)];
  });
  const draw = live(server, list, (view) => {
    const app = view.apps.find((one) => one.id === id);
    if (app === undefined) return [];
    const rows = pushRows(view, app, filter, search).map((one) => row(page, app, one, bulk));
    return [
      ...(filter === 'By rule' ? [ruleList(page, app)] : []),
      dataList(['Group in Okta', `Group in ${app.label}`, 'Last Push', 'Push Status'], rows, 'No groups are pushed'),
    ];
  });
  function choose(one: PushFilter): void {
    filter = one;
    drawFilters();
    draw();
  }
}

function filterLabel(app: App, filter: PushFilter): string {
  const errors = countOf(app, 'Errors');
  return filter === 'Errors' && errors > 0 ? `Errors (${errors})` : filter;
}

function row(page: Page, app: App, { mapping, group, rule, failure }: PushRow, bulk: BulkEdit): Cell[] {
  const status = dropdown(
    mapping.status,
    `push-status-${mapping.id}`,
    items(page, app, { mapping, group, rule, failure }),
    `push-status status-${mapping.status.toLowerCase()}`,
  );
  return [
    {
      class: 'group-cell',
      content: [
        bulk.box(mapping.id, group.name),
        link(paths.group(group.id), group.name),
        h('span', { class: 'muted' }, rule === null ? group.description : `By rule: ${rule}`),
      ],
    },
    mapping.scimId === null ? h('span', { class: 'muted' }, mapping.pushing ? 'Creating group…' : '—') : mapping.appGroupName,
    mapping.pushing ? h('span', { class: 'pushing' }, 'Pushing…') : dateTime(mapping.lastPush),
    {
      class: 'push-status-cell',
      content: [
        status,
        failure !== null && h('span', { class: 'info-icon', role: 'img', 'aria-label': `Error: ${failure}`, title: failure }, 'i'),
        failure !== null && h('p', { class: 'row-error' }, failure),
      ],
    },
  ];
}

function items(page: Page, app: App, { mapping, group }: PushRow): MenuItem[] {
  const { server, attempt } = page;
  const which = { appId: app.id, mappingId: mapping.id };
  const toggle =
    mapping.status === 'Inactive'
      ? { label: 'Activate group push', onclick: () => attempt(server.act('activate-push', which)) }
      : { label: 'Deactivate group push', onclick: () => confirmDeactivation(page, which, group) };
  return [
    toggle,
    { label: 'Unlink pushed group', onclick: () => unlinkDialog(page, which) },
    { label: 'Push now', onclick: () => attempt(server.act('push-now', which)) },
  ];
}

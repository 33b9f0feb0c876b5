import type { App } from '../../../../state.ts';
import { provisioningPanes } from '../../../data/tabs.ts';
import { toAppSwitches, words } from '../../../data/words.ts';
import type { Page } from '../../page.ts';
import { linkButton } from '../../widgets/button.ts';
import { h } from '../../widgets/element.ts';
import { choice, form, notice } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';
import { boxHead, row } from './general.ts';

/** Milliseconds until the list of panes is painted: it comes after the tab. */
const listDelay = 80;

/** An app's tab Provisioning. */
export function appProvisioning(page: Page, panel: HTMLElement, id: string, pane: string): void {
  const chosen = provisioningPanes.find((one) => one.id === pane) ?? provisioningPanes[0];
  const list = h('div', { class: 'data-list-sidebar' });
  const box = h('div', { class: 'settings-box' });
  panel.append(h('div', { class: 'data-list-columns' }, list, box));
  setTimeout(() => {
    const items = provisioningPanes.map((one) =>
      h(
        'li',
        { class: one === chosen ? 'selected' : '' },
        h('a', { href: `#tab-user-management/${one.id}`, 'aria-current': one === chosen ? 'true' : null }, one.label),
      ),
    );
    list.append(h('h3', {}, 'Settings'), h('ul', { class: 'data-filter-list' }, ...items));
  }, listDelay);
  if (chosen.id === 'create-n-update') toApp(page, box, id);
  else if (chosen.id === 'api-credentials') integration(page, box, id);
  else box.append(boxHead('Provisioning to Okta'), h('p', {}, words.toOkta));
}

function toApp({ server }: Page, box: HTMLElement, id: string): void {
  const appNow = (): App | undefined => server.view?.apps.find((one) => one.id === id);
  const read = (): void => {
    const values = h('div', { class: 'o-form-readonly' });
    box.replaceChildren(boxHead('Provisioning to App', linkButton({ label: 'Edit', key: 'edit-to-app', onclick: edit })), values);
    live(server, values, (view) => {
      const app = view.apps.find((one) => one.id === id);
      return toAppSwitches.map(({ key, label, text }) =>
        row(
          label,
          h(
            'span',
            { class: `switch-state ${app?.toApp[key] === true ? 'on' : 'off'}` },
            app?.toApp[key] === true ? 'Enabled' : 'Disabled',
          ),
          h('p', { class: 'muted' }, text),
        ),
      );
    });
  };
  const edit = (): void => {
    const now = appNow()?.toApp;
    const boxes = toAppSwitches.map(({ key, label, text }) => ({
      key,
      text,
      ...choice('checkbox', key, `${label}: Enable`, now?.[key] === true),
    }));
    const on = (key: string): boolean => boxes.find((one) => one.key === key)?.input.checked === true;
    const submit = (): Promise<unknown> =>
      server.act('change-app', {
        appId: id,
        change: { toApp: { create: on('create'), update: on('update'), deactivate: on('deactivate') } },
      });
    const fields = boxes.map(({ row: line, text }) => h('div', { class: 'o-form-fieldset' }, line, h('p', { class: 'muted' }, text)));
    box.replaceChildren(boxHead('Provisioning to App'), form({ fields, save: 'Save', submit }, read));
    boxes[0]?.input.focus();
  };
  read();
}

function integration({ server }: Page, box: HTMLElement, id: string): void {
  const values = h('div', { class: 'o-form-readonly' });
  const outcome = h('div', { class: 'connector-test' });
  box.append(boxHead('Integration'), values);
  live(server, values, (view) => {
    const app = view.apps.find((one) => one.id === id);
    if (app?.connector !== 'scim') return [h('p', {}, `The ${app?.label ?? ''} API integration is enabled.`)];
    return [
      row('SCIM version', '2.0'),
      row('SCIM connector base URL', h('code', {}, view.scimBaseUrl)),
      row('Unique identifier field for users', 'userName'),
      row('Supported provisioning actions', 'Push New Users, Push Profile Updates, Push Groups'),
      row('Authentication Mode', 'HTTP Header'),
      row('Authorization', 'Bearer ••••••••••••'),
    ];
  });
  if (server.view?.apps.find((one) => one.id === id)?.connector !== 'scim') return;
  const test = linkButton({
    label: 'Test Connector Configuration',
    key: 'test-connector',
    onclick: () => {
      outcome.replaceChildren(h('p', { class: 'loading-msg' }, 'Testing…'));
      server.act('test-connector', {}).then(
        (answer) => outcome.replaceChildren(answered(answer)),
        (error: unknown) => outcome.replaceChildren(notice('error', error instanceof Error ? error.message : '')),
      );
    },
  });
  box.append(h('div', { class: 'connector-test-bar' }, test), outcome);
}

function answered(answer: unknown): HTMLElement {
  const { ok, text } = answer as { ok: boolean; text: string };
  return notice(ok ? 'success' : 'error', text);
}

import type { App } from '../../../../state.ts';
import { flavours } from '../../../data/words.ts';
import type { Page } from '../../page.ts';
import { linkButton } from '../../widgets/button.ts';
import { type Child, h } from '../../widgets/element.ts';
import { choice, field, form, textInput } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';

/** An app's tab General. The last box is this replica's own: which update requests the app is sent. */
export function appGeneral({ server, attempt }: Page, panel: HTMLElement, id: string): void {
  const settings = h('div', { class: 'settings-box' });
  const playground = h('div', { class: 'settings-box settings-box-quiet' });
  panel.append(settings, playground);
  const read = (): void => {
    const values = h('div', { class: 'o-form-readonly' });
    settings.replaceChildren(boxHead('App Settings', linkButton({ label: 'Edit', key: 'edit-general', onclick: edit })), values);
    live(server, values, (view) => {
      const app = view.apps.find((one) => one.id === id);
      return app === undefined ? [] : rows(app).map(([label, value]) => row(label, value));
    });
  };
  const edit = (): void => {
    const app = server.view?.apps.find((one) => one.id === id);
    const label = textInput('label', app?.label);
    const none = choice('radio', 'provisioning', 'None', app?.provisioning === 'none');
    const scim = choice('radio', 'provisioning', 'SCIM', app?.provisioning !== 'none');
    const own = app?.connector === 'scim';
    const submit = (): Promise<unknown> =>
      server.act('change-app', {
        appId: id,
        change: { label: label.value, ...(own && { provisioning: none.input.checked ? ('none' as const) : ('scim' as const) }) },
      });
    const fields = [
      field('Application label', label),
      own && h('fieldset', { class: 'o-form-fieldset' }, h('legend', { class: 'o-form-label' }, 'Provisioning'), none.row, scim.row),
    ];
    settings.replaceChildren(boxHead('App Settings'), form({ fields, save: 'Save', submit }, read));
    label.focus();
  };
  read();
  live(server, playground, (view) => {
    const app = view.apps.find((one) => one.id === id);
    if (app?.connector !== 'scim') return [];
    const choices = flavours.map(({ value, label, text }) => {
      const { row: line, input } = choice('radio', 'flavour', `${label} (${text})`, app.flavour === value);
      input.dataset['se'] = `flavour-${value}`;
      input.addEventListener('change', () => attempt(server.act('change-app', { appId: id, change: { flavour: value } })));
      return line;
    });
    return [h('fieldset', {}, h('legend', {}, 'Playground: update requests'), ...choices)];
  });
}

function rows(app: App): [string, string][] {
  return [
    ['Application label', app.label],
    ['Application visibility', 'Displayed to users'],
    ['Provisioning', provisioningOf(app)],
    ['Auto-launch', 'Off'],
  ];
}

function provisioningOf(app: App): string {
  if (app.connector !== 'scim') return app.label;
  return app.provisioning === 'none' ? 'None' : 'SCIM';
}

export function boxHead(title: string, ...right: Child[]): HTMLElement {
  return h('div', { class: 'settings-box-head clearfix' }, h('h2', {}, title), ...right);
}

export function row(label: string, ...value: Child[]): HTMLElement {
  return h('dl', { class: 'o-form-fieldset' }, h('dt', { class: 'o-form-label' }, label), h('dd', { class: 'o-form-input' }, ...value));
}

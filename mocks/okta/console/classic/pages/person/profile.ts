import type { Person } from '../../../../state.ts';
import type { Page } from '../../page.ts';
import { linkButton } from '../../widgets/button.ts';
import { h } from '../../widgets/element.ts';
import { field, form, textInput } from '../../widgets/form.ts';
import { live } from '../../widgets/live.ts';

const attributes = [
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['email', 'Primary email'],
  ['title', 'Title'],
  ['department', 'Department'],
] as const;

/** A person's tab Profile: the attributes, which *Edit* turns into a form. */
export function personProfile({ server }: Page, panel: HTMLElement, id: string): void {
  const read = (): void => {
    const values = h('div', { class: 'o-form-readonly' });
    panel.replaceChildren(
      h(
        'div',
        { class: 'settings-box-head clearfix' },
        h('h2', {}, 'Attributes'),
        linkButton({ label: 'Edit', key: 'edit-profile', onclick: edit }),
      ),
      values,
    );
    live(server, values, (view) => {
      const person = view.people.find((one) => one.id === id);
      return person === undefined ? [] : rows(person);
    });
  };
  const edit = (): void => {
    const person = server.view?.people.find((one) => one.id === id);
    if (person === undefined) return;
    const inputs = attributes.map(([name, label]) => ({ name, label, input: textInput(name, person[name]) }));
    const submit = (): Promise<unknown> => {
      const value = (name: string): string => inputs.find((one) => one.name === name)?.input.value ?? '';
      const profile = {
        firstName: value('firstName'),
        lastName: value('lastName'),
        email: value('email'),
        title: value('title'),
        department: value('department'),
      };
      return server.act('edit-person', { personId: id, ...profile });
    };
    const fields = inputs.map(({ label, input }) => field(label, input));
    panel.replaceChildren(h('h2', { class: 'tab-title' }, 'Attributes'), form({ fields, save: 'Save', submit }, read));
    inputs[0]?.input.focus();
  };
  read();
}

function rows(person: Person): Node[] {
  const shown = [['Username', person.email], ...attributes.map(([name, label]) => [label, person[name]])];
  return shown.map(([label = '', value = '']) =>
    h('dl', { class: 'o-form-fieldset' }, h('dt', { class: 'o-form-label' }, label), h('dd', { class: 'o-form-input' }, value)),
  );
}

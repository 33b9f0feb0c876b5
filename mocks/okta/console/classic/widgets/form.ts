import { ActRefused } from '../../data/server.ts';
import { type Dialog, openDialog } from './dialog.ts';
import { type Child, h } from './element.ts';

export interface FormOptions {
  fields: Child[];
  /** Label of the button that sends. */
  save: string;
  danger?: boolean;
  cancel?: string;
  /** Throws ActRefused in words that the form then shows. */
  submit: () => Promise<unknown>;
}

/** A form with its buttons; `done` is called after Cancel and after what was sent succeeded. */
export function form(options: FormOptions, done: () => void): HTMLFormElement {
  const errors = h('div', { class: 'o-form-error-container' });
  const save = h('input', {
    type: 'submit',
    class: `button ${options.danger === true ? 'button-error' : 'button-primary'}`,
    'data-type': 'save',
    value: options.save,
  });
  const cancel = h('input', { type: 'button', class: 'button', 'data-type': 'cancel', value: options.cancel ?? 'Cancel', onclick: done });
  const element = h(
    'form',
    { class: 'o-form', novalidate: true },
    h('div', { class: 'o-form-content' }, errors, ...options.fields),
    h('div', { class: 'o-form-button-bar' }, save, cancel),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (save.disabled) return;
    save.disabled = true;
    errors.replaceChildren();
    options
      .submit()
      .then(done, (error: unknown) => {
        if (!(error instanceof ActRefused)) throw error;
        errors.replaceChildren(notice('error', error.message));
      })
      .finally(() => {
        save.disabled = false;
      });
  });
  return element;
}

/** A form in a dialog, which closes once what was sent succeeded. */
export function formDialog(title: string, options: FormOptions): Dialog {
  const dialog: Dialog = openDialog(
    title,
    form(options, () => dialog.close()),
  );
  return dialog;
}

export function notice(kind: 'error' | 'success' | 'info', text: string): HTMLElement {
  return h('div', { class: `infobox infobox-${kind}`, role: kind === 'error' ? 'alert' : 'status' }, h('p', {}, text));
}

let made = 0;

/** A label and its input, side by side. */
export function field(label: string, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): HTMLElement {
  input.id ||= `input${++made}`;
  return h(
    'div',
    { class: 'o-form-fieldset' },
    h('div', { class: 'o-form-label' }, h('label', { for: input.id }, label)),
    h('div', { class: 'o-form-input' }, input),
  );
}

export function textInput(name: string, value = ''): HTMLInputElement {
  return h('input', { type: 'text', name, value, autocomplete: 'off' });
}

/** A checkbox or radio button with its label at its right. */
export function choice(
  type: 'checkbox' | 'radio',
  name: string,
  label: string,
  checked: boolean,
): { row: HTMLElement; input: HTMLInputElement } {
  const input = h('input', { type, name, id: `input${++made}`, checked });
  return { row: h('p', { class: `custom-${type}` }, input, h('label', { for: input.id }, label)), input };
}

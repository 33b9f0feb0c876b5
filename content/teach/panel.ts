const style = `.panel{position:fixed;right:16px;bottom:16px;width:min(340px,calc(100vw - 32px));max-height:calc(100vh - 32px);overflow:auto;box-sizing:border-box;padding:14px;
pointer-events:auto;border:1px solid light-dark(#c7d2fe,#4f46e5);border-radius:12px;background:light-dark(#fff,#1e1b2e);color:light-dark(#27272a,#e4e4e7);
font:13px/1.45 system-ui,sans-serif;box-shadow:0 8px 30px #0004}
section:focus{outline:none}h2{margin:0 0 8px;font-size:14px}p{margin:0 0 10px}label{display:block;margin:0 0 10px}
select,input{font:inherit;color:inherit;box-sizing:border-box;width:100%;margin-top:4px;padding:6px 8px;border:1px solid light-dark(#a1a1aa,#71717a);border-radius:8px;background:light-dark(#fff,#27243a)}
.buttons{display:flex;flex-wrap:wrap;gap:8px}
button{font:inherit;font-weight:600;padding:6px 12px;border:1px solid light-dark(#c7d2fe,#4f46e5);border-radius:8px;background:transparent;color:inherit;cursor:pointer}
button.primary{background:#4f46e5;border-color:#4f46e5;color:#fff}
:is(button,input,select):focus-visible{outline:2px solid #6366f1;outline-offset:2px}`;

export interface Choice {
  label: string;
  act(): void;
  primary?: boolean;
}

export interface Field {
  label: string;
  /** Options by value; null: typed. */
  options: Readonly<Record<string, string>> | null;
  value: string;
  changed(value: string): void;
}

/** The small window in which teaching is led: a title, what to do, fields and buttons. Each call shows the next step in place of the last. */
export function createPanel(root: ShadowRoot, title: string): { show(text: string, fields: Field[], choices: Choice[]): void } {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const panel = document.createElement('section');
  panel.className = 'panel';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', title);
  panel.tabIndex = -1;
  root.append(sheet, panel);
  let begun = false;
  return {
    show(text, fields, choices) {
      const focused = root.activeElement !== null;
      const said = make('p', text);
      said.setAttribute('role', 'status');
      const buttons = make('div', '');
      buttons.className = 'buttons';
      buttons.append(...choices.map(buttonOf));
      panel.replaceChildren(make('h2', title), said, ...fields.map(fieldOf), buttons);
      // It was asked for, so it has the focus; and whoever goes on by keyboard stays in it.
      if (root.activeElement === null && !begun) panel.focus();
      else if (focused) panel.querySelector<HTMLElement>('button')?.focus();
      begun = true;
    },
  };
}

function make(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function buttonOf({ label, act, primary }: Choice): HTMLElement {
  const button = make('button', label);
  if (primary) button.className = 'primary';
  button.addEventListener('click', act);
  return button;
}

function fieldOf({ label, options, value, changed }: Field): HTMLElement {
  const wrap = make('label', label);
  const field = document.createElement(options === null ? 'input' : 'select');
  for (const [key, words] of Object.entries(options ?? {})) {
    const option = document.createElement('option');
    option.value = key;
    option.textContent = words;
    field.append(option);
  }
  field.value = value;
  field.addEventListener('change', () => changed(field.value));
  wrap.append(field);
  return wrap;
}

import { anchor } from './button.ts';
import { h } from './element.ts';

export interface MenuItem {
  label: string;
  onclick: () => void;
}

/** A button with a menu under it. The menu is a list of anchors that is hidden until asked for; arrows walk it, Esc closes it. */
export function dropdown(label: string, key: string, items: MenuItem[], classes = ''): HTMLElement {
  const list = h('ul', { class: 'okta-dropdown-list options-wrap' });
  const options = h('div', { class: 'options clearfix hide' }, list);
  const toggle = anchor(label, `link-button option-selected ${classes}`, key, () =>
    root.classList.contains('expanded') ? close() : open(),
  );
  toggle.append(h('span', { class: 'icon-dm', 'aria-hidden': 'true' }));
  toggle.setAttribute('aria-expanded', 'false');
  const root = h('div', { class: 'dropdown more-actions' }, toggle, options);

  const outside = (event: Event): void => {
    if (event.target instanceof Node && !root.contains(event.target)) close();
  };
  function open(): void {
    root.classList.add('expanded');
    options.classList.remove('hide');
    toggle.setAttribute('aria-expanded', 'true');
    document.addEventListener('mousedown', outside);
    list.querySelector('a')?.focus();
  }
  function close(): void {
    root.classList.remove('expanded');
    options.classList.add('hide');
    toggle.setAttribute('aria-expanded', 'false');
    document.removeEventListener('mousedown', outside);
    if (root.contains(document.activeElement)) toggle.focus();
    root.dispatchEvent(new CustomEvent('dropdown-closed', { bubbles: true }));
  }

  for (const item of items) {
    const onclick = (event: Event): void => {
      event.preventDefault();
      close();
      item.onclick();
    };
    list.append(h('li', { class: 'option' }, h('a', { href: '#', class: 'option-title', onclick }, item.label)));
  }
  root.addEventListener('keydown', (event) => {
    if (!root.classList.contains('expanded')) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') close();
    else if (event.key === ' ' && document.activeElement instanceof HTMLElement && list.contains(document.activeElement)) {
      document.activeElement.click();
    } else if (step === 0) return;
    else walk(list, step);
    event.preventDefault();
    event.stopPropagation();
  });
  return root;
}

function walk(list: HTMLElement, step: 1 | -1): void {
  const anchors: (Element | null)[] = [...list.querySelectorAll('a')];
  const next = anchors[(anchors.indexOf(document.activeElement) + step + anchors.length) % anchors.length];
  if (next instanceof HTMLElement) next.focus();
}

import { h } from './element.ts';

export interface Dialog {
  /** The scrolled part between title and buttons. */
  content: HTMLElement;
  close(): void;
}

let made = 0;

/** Opens a modal dialog over the page, appended to the body. It keeps the focus, closes with Esc, and gives the focus back. */
export function openDialog(title: string, content: HTMLElement, onclose: () => void = () => {}): Dialog {
  const id = `okta-form-title-${++made}`;
  const opener = document.activeElement;
  const overlay = h('div', { class: 'simplemodal-overlay' });
  const closer = h('a', { href: '#', role: 'button', class: 'simplemodal-close', 'aria-label': 'Close' }, '×');
  const box = h(
    'div',
    { class: 'simplemodal-container modal', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': id, tabindex: -1 },
    h('div', { class: 'modal-header' }, h('h2', { id, class: 'okta-form-title o-form-head' }, title), closer),
    content,
  );
  const close = (): void => {
    overlay.remove();
    box.remove();
    document.body.classList.remove('modal-open');
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else refocus(opener);
    onclose();
  };
  closer.addEventListener('click', (event) => {
    event.preventDefault();
    close();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
    else if (event.key === 'Tab') keepFocus(box, event);
  });
  document.body.classList.add('modal-open');
  document.body.append(overlay, box);
  const first = content.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, a[href]');
  (first ?? box).focus();
  return { content, close };
}

/** The list that held the opener may have been built anew meanwhile. */
function refocus(opener: Element | null): void {
  const key = opener?.getAttribute('data-se');
  if (key != null) document.querySelector<HTMLElement>(`[data-se="${CSS.escape(key)}"]`)?.focus();
}

function keepFocus(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>('a[href], input, select, textarea')].filter(
    (one) => !one.matches(':disabled') && one.offsetParent !== null,
  );
  const edge = event.shiftKey ? stops.at(0) : stops.at(-1);
  if (document.activeElement !== edge && document.activeElement !== box) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops.at(0))?.focus();
}

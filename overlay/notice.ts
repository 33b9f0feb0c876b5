import { markOurs } from './language.ts';
import { noticeStyle } from './notice.css.ts';
import { isDark } from './theme.ts';

export interface NoticeContent {
  title: string;
  text: string;
  /** The name of the button that takes it away. */
  dismiss: string;
}

/** How long a notice stays when nobody points at it, in ms. */
const stays = 20_000;

/** A quiet word beside the page: at most one, at the top right, taken away by its button, by Esc, or after a while. It takes no focus, and is
 *  read out once, politely. Each call replaces the one before. */
export function createNotice(signal: AbortSignal): { show(content: NoticeContent): void; hide(): void } {
  let host: HTMLElement | null = null;
  let timer = 0;
  const hide = () => {
    clearTimeout(timer);
    host?.remove();
    host = null;
  };
  signal.addEventListener('abort', hide);
  addEventListener('keydown', (event) => event.key === 'Escape' && hide(), { capture: true, signal });

  return {
    hide,
    show({ title, text, dismiss }) {
      hide();
      const box = document.createElement('div');
      markOurs(box, 'notice');
      box.setAttribute('role', 'status');
      box.classList.toggle('dark', isDark(document.body, new Map()));
      // The top layer: above the page's own modal dialogs, and no contest of z-indexes.
      box.popover = 'manual';
      const root = box.attachShadow({ mode: 'open' });
      const style = document.createElement('style');
      style.textContent = noticeStyle;
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-label', dismiss);
      button.textContent = '✕';
      button.addEventListener('click', hide);
      const said = ['strong', 'p'].map((tag, index) => {
        const element = document.createElement(tag);
        element.textContent = index === 0 ? title : text;
        return element;
      });
      root.append(style, ...said, button);
      document.documentElement.append(box);
      box.showPopover?.();
      host = box;
      const wait = () => {
        timer = window.setTimeout(() => (box.matches(':hover,:focus-within') ? wait() : hide()), stays);
      };
      wait();
    },
  };
}

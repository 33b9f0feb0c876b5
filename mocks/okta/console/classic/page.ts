import type { ConsoleView } from '../../state.ts';
import { ActRefused, type ConsoleServer } from '../data/server.ts';
import { h } from './widgets/element.ts';
import { notice } from './widgets/form.ts';

/** What a page is given: the part of the document that is its own, and the org. */
export interface Page {
  content: HTMLElement;
  server: ConsoleServer;
  /** The org as heard when the page was opened. */
  view: ConsoleView;
  /** Does what a control without a form asks for; a refusal is shown over the page. */
  attempt: (work: Promise<unknown>) => void;
}

export function makePage(content: HTMLElement, server: ConsoleServer, view: ConsoleView): Page {
  const attempt = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      if (!(error instanceof ActRefused)) throw error;
      const message = notice('error', error.message);
      document.querySelector('.page-notices')?.replaceChildren(message);
    });
  };
  return { content, server, view, attempt };
}

export function notFound(page: Page): void {
  page.content.replaceChildren(
    h('div', { class: 'page-header' }, h('h1', { class: 'page-title' }, 'Resource not found')),
    h(
      'p',
      { class: 'infobox infobox-error' },
      'The page or the resource that you asked for does not exist, or you have no permission to see it.',
    ),
  );
}

/** A page's heading with what stands at its right. */
export function pageHeader(title: string, ...right: HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'page-header clearfix' },
    h('h1', { class: 'page-title' }, title),
    h('div', { class: 'page-header-actions' }, ...right),
  );
}

export function link(href: string, label: string, classes = ''): HTMLAnchorElement {
  return h('a', { href, class: classes === '' ? null : classes }, label);
}

import { tabOf } from '../../data/routes.ts';
import { h } from './element.ts';

interface Tab {
  /** The anchor's id and the hash. */
  id: string;
  label: string;
  /** Fills the panel at its first showing. `rest` is what follows the tab in the hash. */
  fill: (panel: HTMLElement, rest: string) => void;
}

/** Milliseconds that a panel says "Loading…" before its content comes, as each tab here asks the server for its own. */
const loading = 120;

/** jQuery UI's tabs: the hash decides, panels are hidden by class, a panel's id is its anchor's and a dash. */
export function tabs(id: string, list: readonly Tab[]): Node[] {
  const strip = h('ul', { id, class: 'ui-tabs-nav clearfix' });
  const panels = h('div', { id: 'tab-content' });
  for (const tab of list) {
    strip.append(h('li', { class: 'ui-state-default' }, h('a', { id: tab.id, href: `#${tab.id}` }, tab.label)));
    panels.append(h('div', { id: `${tab.id}-`, class: 'ui-tabs-panel hidden' }));
  }
  const show = (): void => {
    const asked = tabOf(location.hash);
    const chosen = list.find((tab) => tab.id === asked.tab) ?? list[0];
    list.forEach((tab, index) => {
      const on = tab === chosen;
      const item = strip.children[index];
      item?.classList.toggle('ui-tabs-selected', on);
      item?.classList.toggle('ui-state-active', on);
      if (on) item?.firstElementChild?.setAttribute('aria-current', 'page');
      else item?.firstElementChild?.removeAttribute('aria-current');
      panels.children[index]?.classList.toggle('hidden', !on);
    });
    const panel = panels.querySelector<HTMLElement>(`[id="${chosen?.id}-"]`);
    if (chosen !== undefined && panel !== null) fill(chosen, panel, asked.rest);
  };
  window.addEventListener('hashchange', show);
  show();
  return [strip, panels];
}

function fill(tab: Tab, panel: HTMLElement, rest: string): void {
  if (panel.dataset['rest'] === rest) return;
  panel.dataset['rest'] = rest;
  panel.replaceChildren(h('p', { class: 'loading-msg' }, 'Loading…'));
  setTimeout(() => {
    if (panel.dataset['rest'] !== rest) return;
    panel.replaceChildren();
    tab.fill(panel, rest);
  }, loading);
}

import type { ConsoleView } from '../../../state.ts';
import type { ConsoleServer } from '../../data/server.ts';

/** Fills the container now and, whole and anew, after each change of the org. While a menu stands open in it, it waits until that closes.
 *  The focus goes to the control with the same `data-se` of the new content. Gives what draws it at once, for a change of the page's own. */
export function live(server: ConsoleServer, container: HTMLElement, build: (view: ConsoleView) => (Node | string)[]): () => void {
  const draw = (): void => {
    const view = server.view;
    if (view === null || container.querySelector('.dropdown.expanded') !== null) return;
    const focused = container.contains(document.activeElement) ? document.activeElement?.getAttribute('data-se') : null;
    container.replaceChildren(...build(view));
    if (focused != null) container.querySelector<HTMLElement>(`[data-se="${CSS.escape(focused)}"]`)?.focus();
  };
  container.addEventListener('dropdown-closed', draw);
  const end = server.onChange(() => {
    if (container.isConnected) draw();
    else end();
  });
  draw();
  return draw;
}

import type { Page } from '../../page.ts';
import { linkButton } from '../../widgets/button.ts';
import { h } from '../../widgets/element.ts';
import { bulkUnlinkDialog } from './push-status-dialogs.ts';

/** *Bulk Edit* of the pushed groups: a box in each row, and what is done with all that are ticked. */
export interface BulkEdit {
  controls: HTMLElement;
  /** The box of a row; false while nothing is edited in bulk. */
  box(mappingId: string, name: string): HTMLElement | false;
}

export function bulkEdit({ server, attempt, ...page }: Page, appId: string, changed: () => void): BulkEdit {
  const controls = h('span', { class: 'bulk-edit' });
  const ticked = new Set<string>();
  let on = false;

  const turn = (next: boolean): void => {
    on = next;
    ticked.clear();
    draw();
    changed();
  };
  const all = (change: 'activate' | 'deactivate'): void => {
    attempt(server.act('change-many-pushes', { appId, mappingIds: [...ticked], change, deleteTarget: false }).then(() => turn(false)));
  };
  const draw = (): void => {
    const button = (label: string, key: string, onclick: () => void): HTMLElement => linkButton({ label, key, onclick });
    controls.replaceChildren(
      ...(on
        ? [
            button('Activate', 'bulk-activate', () => all('activate')),
            button('Deactivate', 'bulk-deactivate', () => all('deactivate')),
            button('Delete', 'bulk-delete', () => bulkUnlinkDialog({ server, attempt, ...page }, appId, [...ticked], () => turn(false))),
            button('Cancel', 'bulk-cancel', () => turn(false)),
          ]
        : [button('Bulk Edit', 'bulk-edit', () => turn(true))]),
    );
  };
  draw();
  return {
    controls,
    box(mappingId, name) {
      if (!on) return false;
      const input = h('input', { type: 'checkbox', 'aria-label': `Select ${name}`, checked: ticked.has(mappingId) });
      input.addEventListener('change', () => (input.checked ? ticked.add(mappingId) : ticked.delete(mappingId)));
      return input;
    },
  };
}

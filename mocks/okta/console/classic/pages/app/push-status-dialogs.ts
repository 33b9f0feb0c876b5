import type { Group } from '../../../../state.ts';
import { bulkUnlinkWords, unlinkWords } from '../../../data/push-groups.ts';
import { words } from '../../../data/words.ts';
import type { Page } from '../../page.ts';
import { h } from '../../widgets/element.ts';
import { choice, formDialog } from '../../widgets/form.ts';

interface Which {
  appId: string;
  mappingId: string;
}

/** Title, texts and radio buttons as the real console has them: the group's name is not among them. Deleting is chosen when it opens. */
export function unlinkDialog({ server }: Page, which: Which): void {
  askUnlink(unlinkWords, (deleteTarget) => server.act('unlink', { ...which, deleteTarget }));
}

/** *Bulk Edit > Delete*. `done` is called when it was sent. */
export function bulkUnlinkDialog({ server }: Page, appId: string, mappingIds: string[], done: () => void): void {
  askUnlink(bulkUnlinkWords, async (deleteTarget) => {
    await server.act('change-many-pushes', { appId, mappingIds, change: 'unlink', deleteTarget });
    done();
  });
}

function askUnlink(said: typeof unlinkWords | typeof bulkUnlinkWords, send: (deleteTarget: boolean) => Promise<unknown>): void {
  const remove = choice('radio', 'unlink', said.deleteTarget, true);
  const leave = choice('radio', 'unlink', said.leaveTarget, false);
  formDialog(said.title, {
    fields: [h('fieldset', {}, h('legend', {}, said.question), remove.row, leave.row), h('p', { class: 'muted' }, said.note)],
    save: 'Unlink',
    danger: true,
    submit: () => send(remove.input.checked),
  });
}

export function confirmDeactivation({ server }: Page, which: Which, group: Group): void {
  formDialog('Deactivate group push', {
    fields: [h('p', {}, words.deactivatePush(group))],
    save: 'Deactivate',
    submit: () => server.act('deactivate-push', which),
  });
}

export function groupPushSettings({ server }: Page, id: string): void {
  const on = server.view?.apps.find((one) => one.id === id)?.renameAppGroups === true;
  const rename = choice('checkbox', 'renameAppGroups', 'Rename app groups to match group name in Okta', on);
  formDialog('Group Push Settings', {
    fields: [rename.row],
    save: 'Save',
    submit: () => server.act('change-app', { appId: id, change: { renameAppGroups: rename.input.checked } }),
  });
}

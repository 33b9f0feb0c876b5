import type { Group } from '../../../../state.ts';
import { unlinkWords } from '../../../data/push-groups.ts';
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
  const remove = choice('radio', 'unlink', unlinkWords.deleteTarget, true);
  const leave = choice('radio', 'unlink', unlinkWords.leaveTarget, false);
  formDialog(unlinkWords.title, {
    fields: [h('fieldset', {}, h('legend', {}, unlinkWords.question), remove.row, leave.row), h('p', { class: 'muted' }, unlinkWords.note)],
    save: 'Unlink',
    danger: true,
    submit: () => server.act('unlink', { ...which, deleteTarget: remove.input.checked }),
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

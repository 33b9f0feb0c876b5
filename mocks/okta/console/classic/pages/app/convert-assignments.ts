import { fullName } from '../../../../state.ts';
import { convertible } from '../../../data/assignments.ts';
import { words } from '../../../data/words.ts';
import type { Page } from '../../page.ts';
import { h } from '../../widgets/element.ts';
import { choice, formDialog } from '../../widgets/form.ts';

/** *Convert Assignments > Select assignments to convert*, and *Convert All*: who is ticked has the app by a group from then on. */
export function convertDialog({ server }: Page, appId: string, all: boolean): void {
  const { view } = server;
  const app = view?.apps.find((one) => one.id === appId);
  const boxes =
    view == null || app === undefined
      ? []
      : convertible(view, app).map((person) => ({ person, ...choice('checkbox', 'convert', fullName(person), all) }));
  formDialog(all ? 'Convert All Users' : 'Convert Selected Users', {
    fields: [h('p', {}, boxes.length === 0 ? words.nothingToConvert : words.convert), ...boxes.map(({ row }) => row)],
    save: 'Convert Assignments',
    submit: () =>
      server.act('convert-assignments', { appId, personIds: boxes.flatMap(({ person, input }) => (input.checked ? [person.id] : [])) }),
  });
}

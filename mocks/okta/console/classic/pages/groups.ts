import { findGroups } from '../../data/people.ts';
import { paths } from '../../data/routes.ts';
import { link, type Page, pageHeader } from '../page.ts';
import { anchor } from '../widgets/button.ts';
import { dataList, searchBox, toolbar } from '../widgets/data-list.ts';
import { h } from '../widgets/element.ts';
import { field, formDialog, textInput } from '../widgets/form.ts';
import { live } from '../widgets/live.ts';

/** Directory > Groups. */
export function groupsPage(page: Page): void {
  const { content, server } = page;
  let search = '';
  const list = h('div', { class: 'data-list-main' });
  const find = searchBox('Search by group name', (text) => {
    search = text;
    draw();
  });
  find.append(anchor('Add group', 'link-button button-primary add-group-button', 'add-group', () => addGroup(page)));
  content.append(pageHeader('Groups'), h('div', { class: 'data-list' }, toolbar(find), list));
  const draw = live(server, list, (view) => [
    dataList(
      ['Group name', 'Source', 'People'],
      findGroups(view, search).map((group) => [
        {
          class: 'group-cell',
          content: [link(paths.group(group.id), group.name), h('span', { class: 'muted' }, group.description)],
        },
        'Okta',
        String(group.memberIds.length),
      ]),
      'No groups found',
    ),
  ]);
}

function addGroup({ server }: Page): void {
  const name = textInput('name');
  const description = h('textarea', { name: 'description', rows: 3 });
  formDialog('Add group', {
    fields: [field('Name', name), field('Description (optional)', description)],
    save: 'Save',
    submit: () => server.act('create-group', { name: name.value, description: description.value }),
  });
}

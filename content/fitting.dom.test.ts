import { expect, test } from 'vitest';
import { pushGroups } from '../hosts/okta/push-groups.ts';
import { fitting } from './fitting.ts';

const names = ['sales - emea', 'field sales', 'marketing'];
const field = pushGroups.controls.find(({ id }) => id === 'create-rule')?.fits ?? [];

function takenIn(html: string) {
  const box = document.createElement('div');
  box.innerHTML = html;
  return fitting(field, box, names);
}
const options = (chosen: string, ...all: string[]) =>
  all.map((one) => `<option${one === chosen ? ' selected' : ''}>${one}</option>`).join('');
const operators = ['starts with', 'ends with', 'contains'];

test.each([
  ['starts with', 'sales', ['sales - emea']],
  ['ends with', 'Sales', ['field sales']],
  ['contains', 'sales', ['sales - emea', 'field sales']],
  ['contains', '', []],
])('by name, %s %o', (operator, value, found) => {
  const html = `<label>Rule name <input value="all"></label><label>Group name <select>${options(operator, ...operators)}</select></label><label>Value <input value="${value}"></label>`;
  expect(takenIn(html)).toEqual({ names: found, unsure: false });
});

const described = '<label>Value <input value="sales"></label>';
test.each([
  [
    'a choice of what the value is of',
    `<select>${options('Group description', 'Group name', 'Group description')}</select><select>${options('contains', ...operators)}</select>${described}`,
  ],
  [
    'radio buttons',
    `<label><input type="radio" name="a"> Name</label><label><input type="radio" name="a" checked> Description</label>${described}`,
  ],
  ['a list of another making', `<button aria-haspopup="listbox">Description</button><div role="combobox">contains</div>${described}`],
  [
    'a second value beside the name',
    `<label>Group name <select>${options('contains', ...operators)}</select></label>${described}<label>Group description contains <input value="region"></label>`,
  ],
])('by description, told by %s: which groups it takes in is not known', (_, html) => {
  expect(takenIn(html)).toEqual({ names: [], unsure: true });
});

test('a description that is left empty, and its operator, count for nothing', () => {
  const html = `<label>Description operator <select>${options('starts with', ...operators)}</select></label><label>Description <input value=""></label>
    <label>Group name <select>${options('ends with', ...operators)}</select></label><label>Value <input value="sales"></label>`;
  expect(takenIn(html)).toEqual({ names: ['field sales'], unsure: false });
});

test('nothing is known and nothing in doubt before a value is typed', () => {
  expect(
    takenIn(`<select>${options('Group description', 'Group name', 'Group description')}</select><label>Value <input></label>`),
  ).toEqual({
    names: [],
    unsure: false,
  });
});

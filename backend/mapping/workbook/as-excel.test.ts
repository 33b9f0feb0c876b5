import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { expect, test } from 'vitest';
import { asExcel, filterNames } from './as-excel.ts';
import { type Sizes, template } from './template.ts';

// What Excel takes, where the schema would let more through: [MS-OI29500], and what others saw it repair, or end at.

const none: Sizes = { user: 0, team: 0, conflicts: 0 };

/** All tags of a part, with their texts. Throws for XML that is none. */
function tagsOf(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const tags: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => tags.push({ name, attributes, text: '' }));
  parser.on('text', (text) => {
    const last = tags.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(xml).close();
  return tags;
}

/** The tags of a workbook without rows, by the path of their part. */
async function tagsBy(sizes: Sizes, lines: readonly (readonly [string, string])[] = []) {
  const { parts } = await template(lines, sizes);
  return (path: string, name: string) => tagsOf(parts.get(path) ?? '').filter((tag) => tag.name === name);
}

test.each([none, { user: 1, team: 2, conflicts: 50_000 }])(
  'each filter has the hidden name without which Excel ends when somebody sorts by it: $user, $team and $conflicts rows',
  async (sizes) => {
    const tags = await tagsBy(sizes);
    const sheets = tags('xl/workbook.xml', 'sheet');
    const expected = sheets.flatMap(({ attributes }, index) =>
      tags(`xl/worksheets/sheet${index + 1}.xml`, 'autoFilter').map((filter) => ({
        attributes: { name: '_xlnm._FilterDatabase', localSheetId: String(index), hidden: '1' },
        text: `'${attributes['name']}'!${filter.attributes['ref']?.replace(/^([A-Z]+)(\d+):([A-Z]+)(\d+)$/, '$$$1$$$2:$$$3$$$4')}`,
      })),
    );
    expect(expected).toHaveLength(3);
    expect(tags('xl/workbook.xml', 'definedName')).toEqual(expected.map((one) => ({ name: 'definedName', ...one })));
  },
);

test('a name with an apostrophe is quoted, and a sheet without a filter has no name', () => {
  expect(filterNames([{ name: 'Read me' }, { name: "Okta's", autoFilter: { range: 'A1:AB10' } }])).toEqual([
    { name: '_xlnm._FilterDatabase', scope: "Okta's", range: "'Okta''s'!$A$1:$AB$10" },
  ]);
});

test('names of another kind are left as they are', () => {
  const xml = '<definedNames><definedName name="Mine">A</definedName></definedNames>';
  expect(asExcel(new Map([['xl/workbook.xml', xml]])).get('xl/workbook.xml')).toBe(xml);
});

test('shared texts are counted right, or not', async () => {
  const tags = await tagsBy(none, [['twice', 'twice']]);
  const [list] = tags('xl/sharedStrings.xml', 'sst');
  expect(list?.attributes['uniqueCount']).toBe(String(tags('xl/sharedStrings.xml', 'si').length));
  const used = [1, 2, 3, 4].flatMap((number) =>
    tags(`xl/worksheets/sheet${number}.xml`, 'c').filter(({ attributes }) => attributes['t'] === 's'),
  );
  expect([undefined, String(used.length)]).toContain(list?.attributes['count']);
});

test('what is said at a cell is as short as Excel takes it: 32 for a title, 255 for a prompt, 225 for an error, 255 for a formula', async () => {
  const tags = await tagsBy(none);
  const sheets = ['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml'];
  const validations = sheets.flatMap((path) => tags(path, 'dataValidation').map(({ attributes }) => attributes));
  expect(validations).toHaveLength(4);
  for (const { promptTitle = '', errorTitle = '', prompt = '', error = '' } of validations) {
    expect(Math.max(promptTitle.length, errorTitle.length)).toBeLessThanOrEqual(32);
    expect(prompt.length).toBeLessThanOrEqual(255);
    expect(error.length).toBeLessThanOrEqual(225);
  }
  const formulas = sheets.flatMap((path) => tags(path, 'formula1').map(({ text }) => text));
  expect(formulas).toHaveLength(4);
  for (const formula of formulas) expect(formula.length).toBeLessThanOrEqual(255);
});

test('each font says which it is and how large: who has no default of their own asks the reader for another one', async () => {
  const tags = await tagsBy(none);
  const fonts = tags('xl/styles.xml', 'font').length;
  expect(fonts).toBeGreaterThan(1);
  expect(tags('xl/styles.xml', 'name')).toHaveLength(fonts);
  expect(tags('xl/styles.xml', 'sz')).toHaveLength(fonts);
});

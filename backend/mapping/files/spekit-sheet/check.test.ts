import { expect, test } from 'vitest';
import { checkSpekitSheet, digestSpekitSheet } from '../index.ts';
import { peopleXml, personXml, spekitSheet } from '../testing/spekit-sheet.ts';
import type { AddressState } from './addresses.ts';

const header = peopleXml[0] ?? '';
const three = [
  header,
  personXml(2, 'u1', 'ada@spekit.example'),
  personXml(3, 'u2', 'bob@spekit.example'),
  personXml(4, 'u3', 'cy@spekit.example'),
];
const okta = new Map<string, AddressState>([
  ['ADA@acme.example', { kind: 'other-case', address: 'ada@acme.example' }],
  ['ada@acme.example', { kind: 'known' }],
  ['bob@acme.example', { kind: 'known' }],
  ['bob@acme.exmaple', { kind: 'near', address: 'bob@acme.example' }],
]);
const lookUp = (address: string): AddressState => okta.get(address) ?? { kind: 'unknown' };

async function problems(rows: readonly string[], original?: Parameters<typeof checkSpekitSheet>[1]['original']) {
  const check = await checkSpekitSheet(spekitSheet(rows), { lookUp, ...(original && { original }) });
  for (const { error, sheet } of check.problems) {
    expect(sheet).toBe('Mapping');
    expect(error).toMatch(/^\S.*\.$/);
    expect(error).not.toMatch(/[{}]|undefined|: \.| {2}/);
  }
  return check.problems.map(({ row, column, code, value, instead }) => [
    row,
    column,
    code,
    value,
    ...(instead === undefined ? [] : [instead]),
  ]);
}

test('a sheet that is filled well, and one that is not filled yet', async () => {
  const filled = [header, personXml(2, 'u1', 'ada@spekit.example', 'ada@acme.example'), personXml(3, 'u2', 'bob@spekit.example')];
  expect(await checkSpekitSheet(spekitSheet(filled), { lookUp, name: 'mapping.xlsx' })).toEqual({
    sheet: 'Mapping',
    people: 2,
    filled: 1,
    empty: [3],
    compared: false,
    problems: [],
  });
});

test.each([
  ['nobody whom Okta pushed', 'eve@acme.example', ['idp-unknown', 'eve@acme.example']],
  ['another case', 'ADA@acme.example', ['idp-other-case', 'ADA@acme.example', 'ada@acme.example']],
  ['a slip in the domain', 'bob@acme.exmaple', ['idp-near', 'bob@acme.exmaple', 'bob@acme.example']],
  ['no address', 'ada at acme', ['idp-bad', 'ada at acme']],
  ['an error of the spreadsheet', '#REF!', ['idp-bad', '#REF!']],
  ['spaces around it', ' ada@acme.example ', ['idp-spaces', ' ada@acme.example ', 'ada@acme.example']],
])('%s is named with its cell', async (_, address, [code, ...rest]) => {
  expect(await problems([header, personXml(2, 'u1', 'a@b.example', address)])).toEqual([[2, 'D', code, ...rest]]);
});

test('an address that stands there twice, in any case, is named where it comes again', async () => {
  const rows = [
    header,
    personXml(2, 'u1', 'a', 'ada@acme.example'),
    personXml(3, 'u2', 'b', 'bob@acme.example'),
    personXml(4, 'u3', 'c', 'ADA@acme.example'),
  ];
  expect(await problems(rows)).toEqual([
    [4, 'D', 'idp-twice', 'ADA@acme.example'],
    [4, 'D', 'idp-other-case', 'ADA@acme.example', 'ada@acme.example'],
  ]);
});

const changes: [name: string, rows: string[], found: (string | number)[][]][] = [
  ['nothing', three, []],
  ['only addresses', three.with(1, personXml(2, 'u1', 'ada@spekit.example', 'ada@acme.example')), []],
  ['the first column', three.with(1, personXml(2, 'u9', 'ada@spekit.example')), [[2, 'A', 'first-columns-changed', 'u9', 'u1']]],
  [
    'the second column',
    three.with(2, personXml(3, 'u2', 'Bob@spekit.example')),
    [[3, 'B', 'first-columns-changed', 'Bob@spekit.example', 'bob@spekit.example']],
  ],
  [
    'both columns',
    three.with(2, personXml(3, 'x', 'y')),
    [
      [3, 'A', 'first-columns-changed', 'x', 'u2'],
      [3, 'B', 'first-columns-changed', 'y', 'bob@spekit.example'],
    ],
  ],
  [
    'a row taken away, and those below moved up',
    [header, personXml(2, 'u1', 'ada@spekit.example'), personXml(3, 'u3', 'cy@spekit.example')],
    [[3, 'A', 'row-missing', 'u2 bob@spekit.example']],
  ],
  ['a row emptied', [header, ...three.slice(1, 3)], [[4, 'A', 'row-missing', 'u3 cy@spekit.example']]],
  ['a row more', [...three, personXml(5, 'u4', 'dee@spekit.example')], [[5, 'A', 'row-added', 'u4 dee@spekit.example']]],
  ['a row twice', [...three, personXml(5, 'u1', 'ada@spekit.example')], [[5, 'A', 'row-added', 'u1 ada@spekit.example']]],
  [
    'rows sorted',
    [header, personXml(2, 'u1', 'ada@spekit.example'), personXml(3, 'u3', 'cy@spekit.example'), personXml(4, 'u2', 'bob@spekit.example')],
    [[3, 'A', 'rows-moved', 'u3 cy@spekit.example']],
  ],
  ['a gap', [...three.slice(0, 3), personXml(5, 'u3', 'cy@spekit.example')], [[5, 'A', 'rows-moved', 'u3 cy@spekit.example']]],
];

test.each(changes)('beside the original: %s', async (_, rows, found) => {
  expect(await problems(rows, spekitSheet(three))).toEqual(found);
});

test.each(changes)('beside what is remembered of the original: %s', async (_, rows, found) => {
  const remembered = JSON.parse(JSON.stringify(await digestSpekitSheet(spekitSheet(three))));
  // What stood there is not remembered: only that it was something else.
  const told = (await problems(rows, remembered)).map((problem) => problem.slice(0, 3));
  expect(told).toEqual(found.map((problem) => problem.slice(0, 3)));
  expect(JSON.stringify(remembered)).not.toMatch(/ada|u1|spekit\.example/);
});

test('a header of the first two columns', async () => {
  const renamed = header.replace('<c r="B1" s="1" t="s"><v>1</v></c>', '<c r="B1" t="str"><v>Mail</v></c>');
  expect(await problems(three.with(0, renamed), spekitSheet(three))).toEqual([[1, 'B', 'header-changed', 'Mail', 'Spekit Email']]);
});

test('an original that is none is refused, and so is a sheet that is none', async () => {
  await expect(problems(three, Buffer.from('a,b'))).rejects.toMatchObject({ code: 'not-a-workbook' });
  await expect(checkSpekitSheet(Buffer.from(''), { lookUp })).rejects.toMatchObject({ code: 'empty' });
});

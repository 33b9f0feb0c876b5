import { afterEach, beforeEach, expect, test } from 'vitest';
import { sheetCheckAnswer } from '../../../contract/mapping-sheet.ts';
import { adminToken, created, type Json, oktaUser, TestCompanion } from '../../testing/companion.ts';
import { ask, exported, staged } from '../../testing/staged.ts';
import { rowsOf } from '../files/testing/rows.ts';
import { peopleXml, personXml, spekitSheet } from '../files/testing/spekit-sheet.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const header = peopleXml[0] ?? '';
const own = ['maya@acme.example', 'noor@old.example', 'dana@partner.example', 'jon.smith@home.example'];
/** Spekit's sheet of the small company, filled in as told. */
const sheetOf = (addresses: readonly string[] = []) =>
  spekitSheet([header, ...own.map((mail, index) => personXml(index + 2, `u${index}`, mail, addresses[index]))]);

const json = ({ bytes }: { bytes: Uint8Array }) => JSON.parse(Buffer.from(bytes).toString()) as Json;
const check = async (sheet: Uint8Array) => {
  const answer = await companion.file('POST', '/mapping/sheet/check', sheet);
  expect(answer.status).toBe(200);
  return sheetCheckAnswer.strict().parse(json(answer));
};
const fill = async (sheet: Uint8Array) => {
  const answer = await companion.file('POST', '/mapping/sheet/fill', sheet);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="spekit-sheet-filled.xlsx"']);
  return answer.bytes;
};
const filledIn = async (bytes: Uint8Array) =>
  (await rowsOf(bytes)).filter(({ sheet, row }) => sheet === 'Mapping' && row > 1).map(({ cells }) => cells[3] ?? '');
const send = async (path: string, parts: Record<string, Uint8Array | string>, more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.set(name, typeof part === 'string' ? part : new Blob([new Uint8Array(part)]));
  const headers = { authorization: `Bearer ${adminToken}`, ...more };
  const response = await fetch(`${companion.url}/api/v1${path}`, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as Json };
};

test('a sheet is filled from what Okta pushed and from what was decided, and comes back right', async () => {
  const { jon } = await staged(companion);
  await ask(companion, 'PUT', '/mapping/rules', { aliases: [], domains: [{ from: 'old.example', to: 'acme.example' }] });
  const empty = sheetOf();
  expect(await check(empty)).toMatchObject({
    sheet: 'Mapping',
    people: 4,
    filled: 0,
    emptyCount: 4,
    fillable: 2,
    compared: false,
    problems: [],
  });
  // The same address, and the domain that an admin has told; whom only a name is like waits.
  expect(await filledIn(await fill(empty))).toEqual(['maya@acme.example', 'noor@acme.example', '', '']);
  const rows = (await ask(companion, 'GET', '/mapping/rows?q=jon'))['rows'] as Json[];
  const decisions = [{ kind: 'user', id: rows[0]?.['id'], decision: 'merge', with: jon }];
  await ask(companion, 'POST', '/mapping/decisions', { decisions });
  const filled = await fill(empty);
  expect(await filledIn(filled)).toEqual(['maya@acme.example', 'noor@acme.example', '', 'jonathan.smith@acme.example']);
  expect(await check(filled)).toMatchObject({ filled: 3, empty: [4], fillable: 0, problems: [] });
  await ask(companion, 'POST', '/mapping/complete', {});
  // Who was merged is Spekit's own no more, and is known still.
  expect(await filledIn(await fill(empty))).toEqual(await filledIn(filled));
});

test('nobody is given an address that somebody has already, or that two fit; what stands there stays', async () => {
  await staged(companion);
  expect(await filledIn(await fill(sheetOf(['', 'maya@acme.example'])))).toEqual(['', 'maya@acme.example', '', '']);
  const twice = spekitSheet([header, personXml(2, 'u1', 'maya@acme.example'), personXml(3, 'u2', 'Maya@acme.example')]);
  expect(await filledIn(await fill(twice))).toEqual(['', '']);
  const kept = await fill(sheetOf(['wrong@nowhere.example']));
  expect((await filledIn(kept))[0]).toBe('wrong@nowhere.example');
});

test('people who were not imported are found as if they had been; who is said to be two is left', async () => {
  await ask(companion, 'POST', '/mapping/imports', { users: [{ email: 'ann@acme.example' }], teams: [] });
  for (const name of ['Ann', 'Bob']) {
    const emails = [{ primary: true, value: `${name}@acme.example` }];
    await created(companion, '/Users', oktaUser(`login-${name}`, { emails }));
  }
  const people = ['ann', 'bob', 'nobody'].map((name, index) => personXml(index + 2, `u${index}`, `${name}@acme.example`));
  const sheet = spekitSheet([header, ...people]);
  expect(await filledIn(await fill(sheet))).toEqual(['Ann@acme.example', 'Bob@acme.example', '']);
  const [row] = (await ask(companion, 'GET', '/mapping/rows'))['rows'] as Json[];
  await ask(companion, 'POST', '/mapping/decisions', { decisions: [{ kind: 'user', id: row?.['id'], decision: 'keep-both' }] });
  expect(await filledIn(await fill(sheet))).toEqual(['', 'Bob@acme.example', '']);
});

test('who was merged is known still by what they were called before', async () => {
  await ask(companion, 'POST', '/mapping/imports', {
    users: [{ email: 'eve@old.example', userName: 'eve.salesforce@sf.example' }],
    teams: [],
  });
  await created(companion, '/Users', oktaUser('eve@acme.example'));
  await ask(companion, 'PUT', '/mapping/rules', { aliases: [{ from: 'eve@old.example', to: 'eve@acme.example' }], domains: [] });
  await ask(companion, 'POST', '/mapping/complete', {});
  await ask(companion, 'PUT', '/mapping/rules', { aliases: [], domains: [] });
  const sheets = ['eve@old.example', 'Eve.Salesforce@sf.example'].map((mail) => spekitSheet([header, personXml(2, 'u1', mail)]));
  for (const sheet of sheets) expect(await filledIn(await fill(sheet))).toEqual(['eve@acme.example']);
  await ask(companion, 'POST', '/mapping/undo', {});
  for (const sheet of sheets) expect(await filledIn(await fill(sheet))).toEqual(['']);
});

test('every wrong address is told with its cell and with what is meant', async () => {
  await staged(companion);
  await ask(companion, 'PUT', '/mapping/rules', { aliases: [{ from: 'mimi@home.example', to: 'maya@acme.example' }], domains: [] });
  const told = async (address: string) => {
    const { problems } = await check(sheetOf(['', address]));
    return problems.map(({ sheet, row, column, code, value, detail }) => [
      `${sheet}!${column}${row}`,
      code,
      value,
      detail.match(/\S+@acme\.example(?=\.| *,|\b)/g)?.at(-1),
    ]);
  };
  const at = (code: string, value: string, instead?: string) => [['Mapping!D3', code, value, instead]];
  expect(await told('maya@acme.example')).toEqual([]);
  expect(await told('Maya@acme.example')).toEqual(at('idp-other-case', 'Maya@acme.example', 'maya@acme.example'));
  expect(await told('noor@acme.exmaple')).toEqual(at('idp-near', 'noor@acme.exmaple', 'noor@acme.example'));
  expect(await told('onor@acme.example')).toEqual(at('idp-near', 'onor@acme.example', 'noor@acme.example'));
  for (const slip of ['jonathan.smth', 'jonathan.smithh', 'jomathan.smith', 'onathan.smith', 'jonathan.smiht'])
    expect(await told(`${slip}@acme.example`)).toEqual(at('idp-near', `${slip}@acme.example`, 'jonathan.smith@acme.example'));
  expect(await told('jonatan.smth@acme.example')).toEqual(at('idp-unknown', 'jonatan.smth@acme.example', 'jonatan.smth@acme.example'));
  expect(await told('jonathan.smith@other.example')).toEqual(at('idp-near', 'jonathan.smith@other.example', 'jonathan.smith@acme.example'));
  expect(await told('mimi@home.example')).toEqual(at('idp-near', 'mimi@home.example', 'maya@acme.example'));
  expect(await told('eve@nowhere.example')).toEqual(at('idp-unknown', 'eve@nowhere.example'));
});

test('beside the original, or what the first check remembered of it, changed columns and rows are told', async () => {
  await staged(companion);
  const first = sheetOf();
  const { original } = await check(first);
  expect(original).not.toMatch(/maya|u1/);
  const rows = [header, personXml(2, 'u0', 'maya@acme.example'), personXml(3, 'u1', 'other@old.example'), personXml(4, 'u2', own[2] ?? '')];
  for (const before of [first, original]) {
    const { status, body } = await send('/mapping/sheet/check', { sheet: spekitSheet(rows), original: before });
    expect(status).toBe(200);
    const answer = sheetCheckAnswer.strict().parse(body);
    expect([answer.compared, answer.original]).toEqual([true, original]);
    expect(answer.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'B', 'first-columns-changed'],
      [5, 'A', 'row-missing'],
    ]);
  }
  expect((await send('/mapping/sheet/check', { sheet: first, original })).body).toMatchObject({ compared: true, problems: [] });
});

test('what is no sheet, no original and no form is refused in words, and nothing changes', async () => {
  await ask(companion, 'POST', '/mapping/imports', exported);
  const seq = (await ask(companion, 'GET', '/status'))['seq'];
  const sheet = sheetOf();
  const refused = (status: number, body: Json, words: RegExp) =>
    expect([status, body]).toEqual([400, { error: { code: 'invalid', detail: expect.stringMatching(words) } }]);
  for (const path of ['/mapping/sheet/check', '/mapping/sheet/fill']) {
    for (const bytes of [Buffer.from('PK\u0003\u0004 no'), Buffer.from('a,b,IDP Email'), Buffer.alloc(0)]) {
      const answer = await companion.file('POST', path, bytes);
      refused(answer.status, json(answer), /\w\.$/);
    }
    const none = await companion.api('POST', path, {});
    refused(none.status, none.body, /^Send the sheet that Spekit gave you/);
    const other = await send(path, { file: sheet });
    refused(other.status, other.body, /as the part named sheet/);
    const broken = await send(path, { sheet }, { 'content-type': 'multipart/form-data; boundary=nonsense' });
    refused(broken.status, broken.body, /^The form that was sent cannot be read/);
  }
  for (const original of ['{"version":1}', '{', 'x', Buffer.from('a,b')]) {
    const { status, body } = await send('/mapping/sheet/check', { sheet, original });
    refused(status, body, /^The sheet cannot be compared with its original: /);
  }
  expect((await ask(companion, 'GET', '/status'))['seq']).toBe(seq);
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetLeftFiles, offerFile, takeFile } from '../messages/files.ts';
import { aMappingStatus, anImport, aSheetCheck } from '../mocks/handlers/mapping.ts';
import { knowledge } from '../stores/knowledge.ts';
import { settings } from '../stores/settings.ts';
import { playFileCache } from '../test/parts/file-cache.ts';
import { mappingHandlers } from './mapping.ts';
import { parsers } from './requests.ts';

const ownPage = { from: 'own-page' } as const;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: { of: string; type: string | undefined; token: string | undefined; body: Buffer }[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { 'content-type': type, authorization: token } = request.headers;
  asked.push({ of: `${request.method} ${request.url}`, type, token, body: Buffer.concat(chunks) });
  answer(request, response);
});

beforeEach(async () => {
  asked = [];
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const companionUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await settings.write((old) => ({ ...old, companionUrl, token: 'admin-token' }));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const json =
  (body: object, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json', etag: '"7"' }).end(JSON.stringify(body));

test('a file goes to the companion byte by byte, with the token that the page never gave', async () => {
  answer = json(anImport());
  const bytes = Uint8Array.from({ length: 70_000 }, (_, nth) => nth % 251);
  const { address } = offerFile(new Blob([bytes]));
  const request = { job: 'one', file: { address, name: 'users & teams.csv' }, trial: true };
  expect(await mappingHandlers['mapping.import'](request, ownPage)).toEqual({ reach: 'ok', answer: anImport(), refusal: null });
  expect(asked.map(({ of, type, token }) => [of, type, token])).toEqual([
    ['POST /api/v1/mapping/imports?fileName=users+%26+teams.csv&try=true', 'application/octet-stream', 'Bearer admin-token'],
  ]);
  expect(Buffer.compare(asked[0]?.body ?? Buffer.alloc(0), Buffer.from(bytes))).toBe(0);
});

test('Spekit’s sheet goes with what is remembered of it as a form, and alone as it is', async () => {
  answer = json(aSheetCheck({ compared: true }));
  const { address } = offerFile(new Blob([Uint8Array.of(0x50, 0x4b, 0, 0xff, 13, 10)]));
  const file = { address, name: 'spekit.xlsx' };
  for (const original of ['{"version":1,"rows":[]}', null]) {
    const heard = await mappingHandlers['mapping.check-sheet']({ job: 'one', file, original }, ownPage);
    expect(heard).toEqual({ reach: 'ok', answer: aSheetCheck({ compared: true }), refusal: null });
  }
  const [form, alone] = asked;
  expect([form?.of, alone?.of, alone?.type]).toEqual([
    'POST /api/v1/mapping/sheet/check',
    'POST /api/v1/mapping/sheet/check',
    'application/octet-stream',
  ]);
  const parts = await new Response(new Uint8Array(form?.body ?? []), { headers: { 'content-type': form?.type ?? '' } }).formData();
  const sheet = parts.get('sheet');
  expect(sheet instanceof Blob && [...new Uint8Array(await sheet.arrayBuffer())]).toEqual([0x50, 0x4b, 0, 0xff, 13, 10]);
  expect(parts.get('original')).toBe('{"version":1,"rows":[]}');
  expect([...(alone?.body ?? [])]).toEqual([0x50, 0x4b, 0, 0xff, 13, 10]);
});

test('a file that the page has withdrawn is not asked about', async () => {
  const { address, withdraw } = offerFile(new Blob(['x']));
  withdraw();
  await expect(mappingHandlers['mapping.check']({ job: 'one', file: { address, name: 'a.xlsx' } }, ownPage)).rejects.toThrow();
  expect(asked).toEqual([]);
});

test('a file that is answered is left for the page, taken once, and forgotten where nobody takes it', async () => {
  const files = playFileCache();
  answer = (_request, response) => response.writeHead(200).end('workbook');
  const heard = await mappingHandlers['mapping.workbook']({ job: 'one' }, ownPage);
  expect(await (await takeFile(heard.answer ?? ''))?.text()).toBe('workbook');
  expect(await takeFile(heard.answer ?? '')).toBeNull();
  await mappingHandlers['mapping.undo-file']({ job: 'one' }, ownPage);
  expect(files.size).toBe(1);
  await forgetLeftFiles();
  expect(files.size).toBe(0);
});

test('what is stopped is ended at the companion too', async () => {
  const gone = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  answer = (_request, response) => {
    response.on('close', gone.resolve);
    arrived.resolve();
  };
  const { address } = offerFile(new Blob(['x']));
  const importing = mappingHandlers['mapping.import']({ job: 'mine', file: { address, name: 'a.csv' }, trial: false }, ownPage);
  await arrived.promise;
  await mappingHandlers['mapping.stop']({ job: 'another' }, ownPage);
  await mappingHandlers['mapping.stop']({ job: 'mine' }, ownPage);
  await gone.promise;
  expect(await importing).toMatchObject({ reach: 'unreachable', answer: null });
});

test('the status is asked for with its tag; unchanged, it is not told again', async () => {
  answer = json(aMappingStatus());
  expect(await mappingHandlers['mapping.status']({ etag: null }, ownPage)).toMatchObject({ answer: aMappingStatus(), etag: '"7"' });
  answer = (request, response) => response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 500).end();
  expect(await mappingHandlers['mapping.status']({ etag: '"7"' }, ownPage)).toEqual({
    reach: 'ok',
    answer: null,
    refusal: null,
    etag: '"7"',
  });
});

test('what the companion refuses is told in its own words', async () => {
  answer = json({ error: { code: 'conflict', detail: 'Two rows wait for a decision.' } }, 409);
  expect(await mappingHandlers['mapping.complete']({ file: null }, ownPage)).toEqual({
    reach: 'failing',
    answer: null,
    refusal: { code: 'conflict', detail: 'Two rows wait for a decision.' },
  });
  expect(asked.map(({ of, body }) => [of, String(body)])).toEqual([['POST /api/v1/mapping/complete', '{}']]);
});

test('once it is taken back, open pages of the consoles look at once, as they do after completing', async () => {
  answer = json({ account: aMappingStatus().account, users: 3, teams: 1 });
  const before = Date.now();
  expect(await mappingHandlers['mapping.undo']({}, ownPage)).toMatchObject({ answer: { users: 3, teams: 1 } });
  expect((await knowledge.read()).hurryUntil).toBeGreaterThan(before);
});

test.each([
  ['mapping.import', { job: 'one', file: { address: 'https://evil.example/file', name: 'a.csv' }, trial: true }],
  ['mapping.check', { job: 'one', file: { address: 'chrome-extension://x/popup.html', name: 'a.xlsx' } }],
  ['mapping.check-sheet', { job: 'one', file: { address: 'https://evil.example/file', name: 'a.xlsx' }, original: null }],
  ['mapping.complete', { file: { address: 'file:///etc/passwd', name: 'a.xlsx' } }],
] as const)('%s takes no address but of a file that a page of ours holds', (name, request) => {
  expect(() => parsers[name](request)).toThrow(/address/);
});

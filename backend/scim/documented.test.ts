import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scimToken, TestCompanion } from '../testing/companion.ts';

// Every command of docs/scim.md is carried out as it stands there.
const document = readFileSync(new URL('../../docs/scim.md', import.meta.url), 'utf8');
const commands = [...document.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'));

let companion: TestCompanion;
const known = { SCIM: '', TOKEN: scimToken, USER_ID: '', GROUP_ID: '' };
beforeAll(async () => {
  companion = await TestCompanion.start();
  known.SCIM = `${companion.url}/scim/v2`;
});
afterAll(() => companion.end());

interface Curl {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** The few words of curl that the document uses; another is a reason to teach it here. */
function read(command: string): Curl {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, plain]) => single ?? double ?? plain ?? '');
  const filled = words.map((word) => word.replace(/\$(\w+)/g, (_, name: keyof typeof known) => known[name]));
  expect(filled.shift()).toBe('curl');
  const curl: Curl = { method: 'GET', url: '', headers: {}, body: null };
  while (filled.length > 0) {
    const word = filled.shift() ?? '';
    if (word === '-X') curl.method = filled.shift() ?? '';
    else if (word === '-d') curl.body = filled.shift() ?? '';
    else if (word === '-H') {
      const [name = '', value = ''] = (filled.shift() ?? '').split(': ');
      curl.headers[name] = value;
    } else if (/^https?:/.test(word)) curl.url = word;
    else throw new Error(`The test does not know ${word}.`);
  }
  return curl;
}

test('the document has commands', () => {
  expect(commands.length).toBeGreaterThan(10);
});

test.each(commands)('%s', async (command) => {
  const { method, url, headers, body } = read(command);
  const answer = await fetch(url, { method, headers, ...(body !== null && { body }) });
  const text = await answer.text();
  expect([answer.status, text]).toEqual([expect.toSatisfy((status: number) => status >= 200 && status < 300), text]);
  if (answer.status === 201) known[url.endsWith('/Users') ? 'USER_ID' : 'GROUP_ID'] = (JSON.parse(text) as { id: string }).id;
  if (url.endsWith('/Bulk')) expect(text).not.toContain('"response"');
});

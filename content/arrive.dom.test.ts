import { afterEach, beforeEach, expect, test } from 'vitest';
import { spekitPages } from '../hosts/spekit/index.ts';
import { arrive } from './arrive.ts';
import { type SessionOptions, sessionDoor } from './door.ts';
import type { Ask } from './send.ts';

const words = { language: 'en', marks_idp: 'Managed by Okta' };
const manageUsers = '<h1>Manage Users</h1><button>Invite users</button><p>ada@acme.example</p>';
let end: AbortController;

beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  Reflect.deleteProperty(globalThis, sessionDoor);
});

/** What the session is begun with on that page. `meanwhile`: what the page does while the session's bundle is on its way; `lost`: how many
 *  questions for it are never answered. */
function begun(html: string, meanwhile: () => void, lost = 0): Promise<SessionOptions> {
  document.body.innerHTML = html;
  let asked = 0;
  return new Promise((resolve) => {
    const ask = async (name: string) => {
      if (name !== 'session.inject') return [];
      asked += 1;
      if (asked <= lost) return new Promise(() => {});
      meanwhile();
      Reflect.set(globalThis, sessionDoor, resolve);
      return words;
    };
    arrive({ host: 'spekit', pages: spekitPages, ask: ask as Ask, alive: () => true, signal: end.signal });
  });
}

test('the session is given what was recognised, which it need not do again, and the words that the worker answers', async () => {
  const { found, words: given } = await begun(manageUsers, () => undefined);
  expect(found?.map(({ declared }) => declared.id)).toEqual(['spekit.manage-users']);
  expect(given).toEqual(words);
});

test('a worker that ended over the question is asked again', async () => {
  const { words: given } = await begun(manageUsers, () => undefined, 1);
  expect(given).toEqual(words);
});

test.each<[string, () => void]>([
  ['shows more', () => document.body.append('Manage Teams')],
  ['says something else', () => document.querySelector('h1')?.replaceChildren('Manage Teams')],
  ['hides a part', () => document.querySelector('h1')?.setAttribute('hidden', '')],
])('where the page %s meanwhile, the session is not given what was recognised before', async (_what, meanwhile) => {
  const { found } = await begun(manageUsers, meanwhile);
  expect(found).toBeNull();
});

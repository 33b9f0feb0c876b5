import { describe, expect, test } from 'vitest';
import { browsers, gzipSize, manifestOf, read } from './output.ts';

/** Most bytes, gzipped, that a content script puts into every page of a host app. */
const limit = 8 * 1024;
/** Most bytes of the session, which is brought only where a page is recognised. */
const sessionLimit = 30 * 1024;
/** Most bytes of the cards, which are brought when the first mark is pointed at: then somebody waits for them. */
const cardLimit = 7.5 * 1024;
/** Most bytes of what tells why somebody is not in a team, which is brought when a card first has to. */
const whyLimit = 4 * 1024;

/** Texts that only the named library has in its bundle. */
const strangers: Readonly<Record<string, RegExp>> = {
  React: /Minified React error|react\.dev\/errors|__REACT_DEVTOOLS_GLOBAL_HOOK__|react\.transitional\.element/,
  zod: /ZodError|_zod\b|"invalid_type"|invalid_union/,
  'webextension-polyfill': /The message port closed before a response was received|webextension-polyfill/,
};

const scripts = browsers.flatMap((browser) => [
  ...[...new Set((manifestOf(browser).content_scripts ?? []).flatMap((script) => script.js ?? []))].map((file) => ({
    browser,
    file,
    most: limit,
  })),
  { browser, file: 'session.js', most: sessionLimit },
  { browser, file: 'card.js', most: cardLimit },
  { browser, file: 'why.js', most: whyLimit },
]);

test('no bundle carries words: the browser keeps them, in its language', () => {
  const files = browsers.flatMap((browser) =>
    [...scripts.map(({ file }) => file), 'dialog.js', 'teach.js'].map((file) => [browser, file] as const),
  );
  const some = /Managed by Okta|Go back|Point at the name|cannot be deleted in Spekit/;
  expect(files.filter(([browser, file]) => some.test(read(browser, file)))).toEqual([]);
});

test('there are content scripts', () => {
  expect(scripts.map(({ file }) => file)).toEqual(expect.arrayContaining(['content-scripts/okta.js', 'content-scripts/spekit.js']));
});

describe.each(scripts)('$file for $browser', ({ browser, file, most }) => {
  const bundle = read(browser, file);

  test(`weighs less than ${most} bytes gzipped; see \`npm run size\`, and bring what is rarely needed when it is`, () => {
    expect(gzipSize(bundle)).toBeLessThan(most);
  });

  test.each(Object.entries(strangers))('holds no %s: find who imports it, and import its types only', (_, signs) => {
    expect(signs.exec(bundle)?.[0]).toBeUndefined();
  });

  test('runs no code made of text', () => {
    expect(/\beval\(|new Function\(/.exec(bundle)?.[0]).toBeUndefined();
  });
});

test('the signs tell the libraries: the dialog has React, the worker has zod and the polyfill', () => {
  expect(read('chrome', 'dialog.js')).toMatch(strangers['React'] ?? '');
  expect(read('chrome', 'background.js')).toMatch(strangers['zod'] ?? '');
  expect(read('chrome', 'background.js')).toMatch(strangers['webextension-polyfill'] ?? '');
});

test('the release build runs on no name of the playground', () => {
  const known = scripts.filter(({ browser, file }) => file.startsWith('content-scripts/') && /\.localhost\b/.test(read(browser, file)));
  expect(known).toEqual([]);
  expect(read('chrome', 'manifest.json')).not.toContain('.localhost');
});

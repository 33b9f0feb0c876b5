import { describe, expect, test } from 'vitest';
import { fill } from '../../locales/fill.ts';
import { messageName } from '../../locales/message-name.ts';
import { catalog, languages } from '../../scripts/locales/catalogs.ts';

const english = catalog('en');
const others = languages.filter((language) => language !== 'en');
const all = languages.map((language): [string, ReadonlyMap<string, string>] => [language, catalog(language)]);

/** What the consoles and the product are called, and what is on their tabs and buttons: quoted as it stands there, in every language. */
const terms = [
  ...['Sourcemark', 'Okta', 'Spekit', 'Salesforce', 'SCIM', 'SSO', 'SOURCEMARK_ADMIN_TOKEN', '0oa', 'http://127.0.0.1:4680'],
  ...['Manage Teams', 'Manage Users', 'Account Admin', 'Viewer', 'All Spekit Users', 'Spekit Account Admins'],
  ...['Push Groups', 'Group Push Settings', 'Push Status', 'Push now', 'By rule', 'Activate group push'],
  ...['Rename app groups to match group name in Okta', 'Delete the group in the target app', 'Leave the group in the target app'],
  ...['Delete the associated groups', 'Leave associated groups', 'Assignments', 'Provision User', 'Create Users', 'Deactivate Users'],
  ...['To App', 'Tasks', 'Push New Users', 'Push Profile Updates'],
];

/** What reads the same in another language on purpose: names of products, states that Okta's own page prints, and mere signs. */
const alike: Readonly<Record<string, readonly RegExp[]>> = {
  '*': [
    /^(extension\.name|popup\.title|dialog\.provenance)$/,
    /^(owner|card\.owners|history\.source)\./,
    /^(popup\.idp|evidence\.id|marks\.row\.okta|marks\.short-idp|marks\.brief-pushed|marks\.states\.\w+|strip\.brief(-attention)?)$/,
  ],
  // German has taken these words over, and shortens seconds and hours as English does.
  de: [
    /^(ago\.(second|minute|hour)|joined\.\w+|card\.changed)$/,
    /^(marks\.short-pushed|card\.teams|popup\.(counts|teams)|panel\.kinds\.team|tokens\.roles\.\w+|search\.(user|teams?)|mapping\.(kinds\.teams|rows\.partner)|steps\.companion|evidence\.companion)$/,
  ],
};

const plural = /\{(\w+), plural,((?: *[=\w]+ \{(?:[^{}]|\{\w+\})*\})+)\}/g;
const form = /([=\w]+) \{((?:[^{}]|\{\w+\})*)\}/g;

/** The places of a text, also those within its plural forms. */
function placesOf(words: string): string[] {
  const flat = words.replace(plural, (_, place: string, forms: string) => `{${place}} ${forms.replace(form, '$2')}`);
  return [...new Set([...flat.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place))].sort();
}

function pluralsOf(words: string): string[][] {
  return [...words.matchAll(plural)].map(([, , forms = '']) => [...forms.matchAll(form)].map(([, name = '']) => name));
}

test('there are English, German and Japanese', () => {
  expect(languages).toEqual(expect.arrayContaining(['de', 'en', 'ja']));
});

describe.each(all)('in %s', (language, words) => {
  test('a word says which language it is', () => {
    expect(words.get('language')).toBe(language);
  });

  test('every plural has the forms that the language needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = [...words].filter(([, text]) => pluralsOf(text).some((forms) => needed.some((form) => !forms.includes(form))));
    expect(lacking.map(([key]) => key)).toEqual([]);
    const begun = [...words].filter(([, text]) => text.split(', plural,').length - 1 !== pluralsOf(text).length);
    expect(begun.map(([key]) => key)).toEqual([]);
  });

  test('no word leaves a brace or a hole when it is filled', () => {
    for (const [key, text] of words) {
      const facts = Object.fromEntries(placesOf(text).map((place) => [place, 7]));
      expect(fill(text, facts), key).not.toMatch(/[{}#]|undefined/);
    }
  });

  test('no word has a sign that the browser would read as its own', () => {
    expect([...words].filter(([, text]) => text.includes('$')).map(([key]) => key)).toEqual([]);
  });

  test('a manifest may have the description', () => {
    expect(words.get('extension.description')?.length).toBeLessThanOrEqual(132);
  });

  test('what stands in a mark, a preview or beside a setting is short', () => {
    const long = [...words].filter(([key, text]) => {
      const most = /^marks\.short-/.test(key) ? 28 : /^(previews\.|explains\..*\.short$)/.test(key) ? 38 : Number.POSITIVE_INFINITY;
      return roomOf(text) > most;
    });
    expect(long.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

/** In letters; those of Japanese take two. Ages and counts have two digits. */
function roomOf(text: string): number {
  return [...text.replace(/\{\w+\}/g, '88')].reduce((sum, letter) => sum + (/[\u3000-\uffff]/.test(letter) ? 2 : 1), 0);
}

test('no two words share a name in the browser, which tells no upper from lower case', () => {
  const names = [...english.keys()].map((key) => messageName(key).toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter((name) => !/^[a-z0-9_]+$/.test(name))).toEqual([]);
});

describe.each(others)('%s beside English', (language) => {
  const words = catalog(language);

  test('has the same keys, in the same order', () => {
    expect([...words.keys()]).toEqual([...english.keys()]);
  });

  test('has the same places', () => {
    const told = (of: ReadonlyMap<string, string>) => [...of].map(([key, text]) => `${key}: ${placesOf(text)}`);
    expect(told(words)).toEqual(told(english));
  });

  test('has translated all but what is the same on purpose', () => {
    const same = [...words].filter(([key, text]) => english.get(key) === text).map(([key]) => key);
    const meant = [...(alike['*'] ?? []), ...(alike[language] ?? [])];
    expect(same.filter((key) => !meant.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  test.each(terms)('quotes %s as it stands in the consoles', (term) => {
    const without = [...english].filter(([key, text]) => text.includes(term) && !words.get(key)?.includes(term)).map(([key]) => key);
    expect(without).toEqual([]);
  });
});

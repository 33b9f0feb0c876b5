import { expect, test } from 'vitest';
import { foldName, isReservedName, reservedNames } from './reserved.ts';

test.each(reservedNames)('%s is reserved', (name) => {
  expect(isReservedName(name)).toBe(true);
});

test.each([
  ['upper case', 'ALL SPEKIT USERS'],
  ['lower case', 'spekit account admins'],
  ['mixed case', 'aLL sPEKIT uSERS'],
  ['spaces around it', '  All Spekit Users  '],
  ['more spaces between', 'All   Spekit    Users'],
  ['no spaces', 'AllSpekitUsers'],
  ['spaces within a word', 'All Spe kit Users'],
  ['tabs and line ends', 'All\tSpekit\r\nUsers'],
  ['no-break spaces', 'All\u00a0Spekit\u202fUsers'],
  ['wide and thin spaces', 'All\u3000Spekit\u2009Users'],
  ['the Ogham space', 'All\u1680Spekit\u1680Users'],
  ['line and paragraph separators', 'All\u2028Spekit\u2029Users'],
  ['the next-line control', 'All\u0085Spekit Users'],
  ['zero-width spaces', 'All\u200b Spekit\ufeff Users'],
  ['a soft hyphen', 'All Spe\u00adkit Users'],
  ['joiners', 'All\u200d Spekit\u2060 Users'],
  ['direction marks', '\u200eAll Spekit Users\u202c'],
  ['the Mongolian vowel separator', 'All\u180eSpekit Users'],
  ['fillers that show nothing', 'All\u3164Spekit\u2800Users'],
  ['variation selectors', 'All Spekit\ufe0f Users'],
  ['full-width letters', 'Ａｌｌ Ｓｐｅｋｉｔ Ｕｓｅｒｓ'],
  ['a null character', 'All Spekit\u0000 Users'],
])('with %s it is reserved too', (_, name) => {
  expect(isReservedName(name)).toBe(true);
});

test.each([
  ['', 'nothing'],
  ['All Users', 'a word less'],
  ['All Spekit Users EMEA', 'a word more'],
  ['Spekit Users', 'its second half'],
  ['All Spekit User', 'the singular'],
  ['Spekit Admins', 'other admins'],
  ['All-Spekit-Users', 'hyphens are no spacing'],
  ['Tous les utilisateurs de Spekit', 'another language'],
])('%o is not reserved: %s', (name) => {
  expect(isReservedName(name)).toBe(false);
});

test('two names are the same name in any case, spacing and compatible characters, and not otherwise', () => {
  expect(foldName('  Account\u00a0 Executives ')).toBe(foldName('account executives'));
  expect(foldName('Café')).toBe(foldName('Cafe\u0301'));
  expect(foldName('Café')).not.toBe(foldName('Cafe'));
  expect(foldName('Sales 1')).not.toBe(foldName('Sales1'));
});

test('folding a folded name changes nothing', () => {
  for (const name of ['  A\u200bB  C ', 'ǅ\u3000ﬁ', 'İstanbul', '\u2800x\u2800']) expect(foldName(foldName(name))).toBe(foldName(name));
});

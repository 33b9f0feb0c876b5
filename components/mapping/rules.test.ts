import { expect, test } from 'vitest';
import { mappingRules } from '../../contract/mapping.ts';
import { readRules, writeRules } from './rules.ts';

test('a line is a rule: of a person where the left side is an address, else of a domain', () => {
  const { rules, problems } = readRules(
    '@old.example = @new.example\n\n l.moreau@acme.example=lucie@acme.example \nplain.example = other.example\r',
  );
  expect(problems).toEqual([]);
  expect(rules).toEqual({
    aliases: [{ from: 'l.moreau@acme.example', to: 'lucie@acme.example' }],
    domains: [
      { from: '@old.example', to: '@new.example' },
      { from: 'plain.example', to: 'other.example' },
    ],
  });
  expect(mappingRules.safeParse(rules).success).toBe(true);
});

test('what was read is written so that it is read the same', () => {
  const written = writeRules({
    aliases: [{ from: 'a@b.example', to: 'c@d.example' }],
    domains: [{ from: 'old.example', to: '@new.example' }],
  });
  expect(written).toBe('@old.example = @new.example\na@b.example = c@d.example');
  expect(writeRules(readRules(written).rules)).toBe(written);
});

test('columns of a spreadsheet, pasted, are pairs too', () => {
  expect(readRules('a@b.example\tc@d.example').rules.aliases).toEqual([{ from: 'a@b.example', to: 'c@d.example' }]);
});

test.each([
  ['only one side', 'no-pair'],
  ['= c@d.example', 'no-pair'],
  ['a@b.example = c@d.example = e@f.example', 'no-pair'],
  ['a@b.example = somebody', 'no-address'],
  ['a@b.example = @new.example', 'no-address'],
  ['a@b = c@d.example', 'no-address'],
  ['@old.example = c@d.example', 'no-domain'],
  ['@old = @new.example', 'no-domain'],
  ['@Old.example = @old.EXAMPLE', 'same'],
] as const)('%s is told: %s, and left out', (line, problem) => {
  expect(readRules(`@x.example = @y.example\n${line}`)).toEqual({
    rules: { aliases: [], domains: [{ from: '@x.example', to: '@y.example' }] },
    problems: [{ line: 2, problem }],
  });
});

test('two rules for one left side are told, in any case', () => {
  expect(readRules('a@b.example = c@d.example\nA@B.example = e@f.example').problems).toEqual([{ line: 2, problem: 'twice' }]);
});

test('more than the companion takes are told', () => {
  const many = Array.from({ length: 501 }, (_, nth) => `@old${nth}.example = @new.example`).join('\n');
  const { rules, problems } = readRules(many);
  expect([rules.domains.length, problems]).toEqual([500, [{ line: 501, problem: 'too-many' }]]);
});

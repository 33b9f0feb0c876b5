import { describe, expect, test } from 'vitest';
import type { SubjectFacts } from '../contract/subjects.ts';
import { aTeam, aUser, now as instant } from '../mocks/handlers/facts.ts';
import { withMerge } from './merging.ts';
import { markOf } from './words.ts';

const now = Date.parse(instant);
const answer = (matches: SubjectFacts[]) => ({ key: 'x', matches, refusal: null });
const onTeams = { host: 'spekit', kind: 'team', unheard: null } as const;
const onGroup = { host: 'okta', kind: 'team', unheard: 'group-not-pushed' } as const;
const refusal = { at: instant, reason: 'group-push-reserved', detail: 'that name is reserved.' };
const marked = (facts: SubjectFacts, place: Parameters<typeof markOf>[2]) => markOf(answer([facts]), facts, place, now);

describe('while the account is staged', () => {
  type Mapping = NonNullable<SubjectFacts['mapping']>;
  const maya = { name: 'Maya Lindqvist', userName: 'maya@old.example' };
  const merge: Mapping = { decision: 'merge', with: maya, confidence: 'certain' };
  const mark = (facts: SubjectFacts, place: Parameters<typeof markOf>[2]) =>
    withMerge(marked(facts, place), answer([facts]), facts, place.host);
  const onUsers = { host: 'spekit', kind: 'user', unheard: null } as const;
  const onPeople = { ...onUsers, host: 'okta' } as const;

  test('Okta’s says with whom of Spekit’s it will be merged, then what it says otherwise', () => {
    for (const place of [onPeople, onUsers])
      expect(mark(aUser({ mapping: merge }), place)).toEqual({
        owner: 'idp',
        tone: 'calm',
        label: "Will be merged with Maya Lindqvist, maya@old.example (Spekit's own). Managed by Okta, synced 12 seconds ago",
        short: 'Will be merged with Maya Lindqvist',
        brief: '12 s',
      });
  });

  test('Spekit’s own says so on Spekit’s pages, where it has no mark otherwise; Okta’s pages do not mean it', () => {
    const own = aUser({ owner: 'spekit', mapping: merge });
    expect(mark(own, onUsers)).toEqual({
      owner: 'spekit',
      tone: 'quiet',
      label: 'Will be merged with Maya Lindqvist, maya@old.example (from Okta)',
      short: 'Will be merged with Maya Lindqvist',
      brief: '=',
    });
    expect(mark(own, onPeople)).toBeNull();
    const team = aTeam({ owner: 'spekit', mapping: { ...merge, with: { name: 'Sales' } } });
    expect(mark(team, onTeams)?.label).toBe('Will be merged with Sales (from Okta)');
    expect(mark(team, onGroup)).toEqual(marked(team, onGroup));
  });

  test.each<[Mapping['decision'], Mapping['with'], label: string, short: string]>([
    ['keep-both', maya, 'Stays beside Maya Lindqvist, maya@old.example (from Okta)', 'Stays beside Maya Lindqvist'],
    ['skip', maya, 'Left beside Maya Lindqvist, maya@old.example (from Okta) for now', 'Left for now'],
    [null, maya, 'Waits for your decision: may be Maya Lindqvist, maya@old.example (from Okta)', 'Waits for your decision'],
    [null, null, 'Waits for your decision: may be one of several from Okta', 'Waits for your decision'],
  ])('the decision %j, with %j', (decision, other, label, short) => {
    const mapping: Mapping = { decision, with: other, confidence: 'possible' };
    const tone = decision === null ? 'alert' : 'quiet';
    expect(mark(aUser({ owner: 'spekit', mapping }), onUsers)).toMatchObject({ label, short, tone });
  });

  test('whom nobody fits, and of whom the mapping is not known, is marked as ever', () => {
    const mapping: Mapping = { decision: 'skip', with: null, confidence: 'none' };
    expect(mark(aUser({ owner: 'spekit', mapping }), onUsers)).toBeNull();
    expect(mark(aUser(), onUsers)).toEqual(marked(aUser(), onUsers));
    expect(withMerge(null, answer([]), null, 'spekit')).toBeNull();
  });

  test('two of a name that the page does not tell apart say that they become one, where both are to', () => {
    const mapping: Mapping = { ...merge, with: { name: 'Account Executives' } };
    const both = (own: Mapping) => answer([aTeam({ id: '1', mapping }), aTeam({ id: '2', owner: 'spekit', mapping: own })]);
    const mark = (own: Mapping) => withMerge(markOf(both(own), null, onTeams, now), both(own), null, 'spekit');
    const two = "2 of this name: 1 from Okta, 1 Spekit's own";
    expect(mark(mapping)).toMatchObject({ label: `${two}. Will be merged into one`, short: 'Will be merged into one', brief: '2' });
    expect(mark({ ...mapping, decision: 'keep-both' })).toMatchObject({ label: two, short: '2 teams' });
    expect(mark({ ...mapping, with: { name: 'Another' } })).toMatchObject({ label: two, short: '2 teams' });
  });

  test('a refused request stays an alert', () => {
    const sync = { ...aUser().sync, refusal };
    expect(mark(aUser({ sync, mapping: merge }), onPeople)).toMatchObject({
      tone: 'alert',
      label: expect.stringMatching(/that name is reserved/),
    });
  });
});

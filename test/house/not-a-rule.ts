import type { GuideId } from '../../ownership/guide.ts';

const heading = 'a heading, or a line that leads to one';
const question = 'the question of an answer that is listed here too';
const mark = 'what a mark shows: ownership and its badge, not a decision on an act';
const mapping = 'the migration of users: the mapping workbook, not a decision on an act';

/** Sentences of the guide from which no row of the rule table comes, each with its reason. */
export const notARule: Partial<Record<GuideId, string>> = {
  G01: heading,
  G02: heading,
  G03: heading,
  G04: heading,
  G05: heading,
  G06: heading,
  G07: heading,
  G08: heading,
  G18: heading,
  G19: question,
  G20: 'an answer whose meaning is in the sentences after it',
  G22: heading,
  G26: heading,
  G31: question,
  G32: mark,
  G39: heading,
  G44: heading,
  G45: question,
  G46: heading,
  G71: question,
  G72: mark,
  G85: question,
  G86: mapping,
  G87: mapping,
};

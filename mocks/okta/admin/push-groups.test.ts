import { expect, test } from 'vitest';
import type { PushRule } from '../state.ts';
import { ruleFor } from './push-groups.ts';

const rule = (more: Partial<PushRule>): PushRule => ({ id: 'gPr1', name: 'Regions', operator: 'STARTS_WITH', value: '', ...more });
const emea = { name: 'Sales - EMEA', description: 'Everyone who sells in Europe' };
const europe = { operator: 'CONTAINS', value: 'europe' } as const;

test.each([
  ['its name', rule({ value: 'sales' }), true],
  ['another name', rule({ value: 'support' }), false],
  ['its description alone', rule({ description: europe }), true],
  ['its name and its description', rule({ value: 'sales', description: europe }), true],
  ['its name and another description', rule({ value: 'sales', description: { ...europe, value: 'asia' } }), false],
  ['another name and its description', rule({ value: 'support', description: europe }), false],
])('a rule for %s', (_, one, takesIn) => {
  expect(ruleFor([one], emea) !== undefined).toBe(takesIn);
});

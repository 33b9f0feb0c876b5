import * as fc from 'fast-check';
import * as oracle from 'scim2-parse-filter';
import { expect, test } from 'vitest';
import { anyFilter, nameOf, printFilter } from '../../testing/filter-text.ts';
import { ScimError } from '../errors.ts';
import { pathText } from '../schemas/resolve.ts';
import { groupType, resourceTypes, userType } from '../schemas/resource-types.ts';
import type { Filter } from './filter.ts';
import { parseFilter } from './parse.ts';

test.each(resourceTypes)('any filter on a $name, written and read, is the same', (type) => {
  fc.assert(
    fc.property(anyFilter(type), (filter) => {
      expect(parseFilter(type, printFilter(filter))).toEqual(filter);
    }),
    { numRuns: 500 },
  );
});

/** Ours in the shape of scim2-parse-filter's. */
function asOracle(filter: Filter, inBrackets = false): oracle.Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { op: filter.kind, filters: filter.parts.map((part) => asOracle(part, inBrackets)) };
    case 'not':
      return { op: 'not', filter: asOracle(filter.filter, inBrackets) };
    case 'present':
      return { op: 'pr', attrPath: nameOf(filter.path, inBrackets) };
    case 'compare': {
      const { path, operator, operand } = filter;
      const compValue = operand.type === 'instant' ? new Date(operand.value).toISOString() : operand.value;
      return { op: operator, attrPath: nameOf(path, inBrackets), compValue };
    }
    case 'element':
      return { op: '[]', attrPath: pathText(filter.path), valFilter: asOracle(filter.filter, true) };
    case 'constant':
      throw new Error('It is not written.');
  }
}

/** A series in a series of its kind is one series: brackets around it mean nothing. */
function flat(filter: oracle.Filter): oracle.Filter {
  if ('valFilter' in filter) return { ...filter, valFilter: flat(filter.valFilter) };
  if ('filter' in filter) return { ...filter, filter: flat(filter.filter) };
  if (!('filters' in filter)) return filter;
  const filters = filter.filters.map(flat).flatMap((one) => ('filters' in one && one.op === filter.op ? one.filters : [one]));
  return { ...filter, filters };
}

test.each(resourceTypes)('another parser reads a filter on a $name as we do', (type) => {
  fc.assert(
    fc.property(anyFilter(type), (filter) => {
      const text = printFilter(filter);
      // It does not know the dollar of `$ref`, which RFC 7643 §2.4 names, nor a text that ends in a backslash.
      fc.pre(!/\$ref|\\/.test(text));
      expect(flat(oracle.parse(text))).toEqual(flat(asOracle(parseFilter(type, text))));
    }),
    { numRuns: 500 },
  );
});

test('a filter with a slip is read or refused, at a place inside of it, and never brings us down', () => {
  const slip = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.string({ unit: 'binary', maxLength: 3 }) });
  fc.assert(
    fc.property(anyFilter(userType), fc.array(slip, { minLength: 1, maxLength: 3 }), (filter, slips) => {
      const text = slips.reduce((text, { at, cut, put }) => {
        const begin = at % (text.length + 1);
        return text.slice(0, begin) + put + text.slice(begin + cut);
      }, printFilter(filter));
      try {
        parseFilter(userType, text);
      } catch (error) {
        if (!(error instanceof ScimError)) throw error;
        expect([error.status, error.scimType]).toEqual([400, 'invalidFilter']);
        const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? 1);
        expect(position).toBeGreaterThanOrEqual(1);
        expect(position).toBeLessThanOrEqual(text.length + 1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('names that every object has are no attributes', () => {
  for (const name of [
    ...Object.getOwnPropertyNames(Object.prototype),
    'prototype',
    '__proto__.x',
    'name.constructor',
    'emails.__proto__',
  ]) {
    for (const type of [userType, groupType]) expect(() => parseFilter(type, `${name} eq "y"`)).toThrow(ScimError);
  }
});

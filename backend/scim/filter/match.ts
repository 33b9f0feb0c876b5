import { caseKey } from '../case-key.ts';
import { isObject, type ScimValue } from '../value.ts';
import type { Filter, Operand, Operator } from './filter.ts';

/** Whether a filter in brackets holds for one element of a multi-valued attribute. `store/` says the same in SQL. */
export function elementMatches(filter: Filter, element: ScimValue): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => elementMatches(part, element));
    case 'or':
      return filter.parts.some((part) => elementMatches(part, element));
    case 'not':
      return !elementMatches(filter.filter, element);
    case 'present':
      return isPresent(partOf(element, filter.path.sub?.name));
    case 'compare':
      return holds(filter.operator, partOf(element, filter.path.sub?.name), filter.operand);
    case 'constant':
      return filter.holds;
    case 'element':
      return false;
  }
}

function partOf(element: ScimValue, name: string | undefined): ScimValue {
  if (name === undefined) return element;
  return isObject(element) && Object.hasOwn(element, name) ? ((element as Record<string, ScimValue>)[name] ?? null) : null;
}

function isPresent(value: ScimValue): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** An absent value equals nothing, and so differs from everything. */
function holds(operator: Operator, value: ScimValue, operand: Operand): boolean {
  if (operator === 'ne') return !holds('eq', value, operand);
  if (operand.type !== 'text') return typeof value === typeof operand.value && ordered(operator, value, operand.value);
  if (typeof value !== 'string') return false;
  const [left, right] = operand.caseExact ? [value, operand.value] : [caseKey(value), caseKey(operand.value)];
  switch (operator) {
    case 'co':
      return left.includes(right);
    case 'sw':
      return left.startsWith(right);
    case 'ew':
      return left.endsWith(right);
    default:
      return ordered(operator, left, right);
  }
}

function ordered(operator: Operator, left: ScimValue, right: string | number | boolean): boolean {
  if (left === null) return false;
  switch (operator) {
    case 'eq':
      return left === right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    default:
      return false;
  }
}

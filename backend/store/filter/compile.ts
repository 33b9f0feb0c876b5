import { caseKey } from '../../scim/case-key.ts';
import type { Filter, Operand, Operator } from '../../scim/filter/filter.ts';
import { pathText } from '../../scim/schemas/resolve.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import { join, type Sql, sql } from '../sql.ts';
import { columnOf, elementsOf, jsonPlace, type Place } from './columns.ts';

/** The condition on the table of users or teams that a filter stands for. Every value, and every name, is bound.
 *  `scim/filter/match.ts` says the same for an element in memory. */
export function filterCondition(type: ResourceType, account: string, filter: Filter): Sql {
  const compile = (part: Filter): Sql => {
    switch (part.kind) {
      case 'and':
      case 'or':
        return sql`(${join(part.parts.map(compile), ` ${part.kind} `)})`;
      case 'not':
        return negated(compile(part.filter));
      case 'element':
        return anyElement(type, account, part);
      case 'constant':
        return truth(part.holds);
      default:
        return part.path.attribute.multiValued ? anyElement(type, account, part) : condition(part, singlePlace(type, part));
    }
  };
  return compile(filter);
}

/** What is unknown (an absent value was compared) does not hold, and so its contrary does. */
function negated(inner: Sql): Sql {
  return sql`not coalesce(${inner}, false)`;
}

function truth(holds: boolean): Sql {
  return holds ? sql`true` : sql`false`;
}

type Leaf = Extract<Filter, { kind: 'present' | 'compare' }>;

function singlePlace(type: ResourceType, { path }: Leaf): Place {
  return columnOf(type, pathText(path)) ?? jsonPlace(path);
}

/** Whether any element of a multi-valued attribute fulfils the filter. A bare `ne` also holds where there is no element. */
function anyElement(type: ResourceType, account: string, filter: Leaf | Extract<Filter, { kind: 'element' }>): Sql {
  if (filter.path.attribute.name === 'schemas') return schemasCondition(type, filter);
  const { from, subPlace } = elementsOf(type, account, filter.path);
  const some = (inner: Sql): Sql => sql`exists (select 1 from ${from} and ${inner})`;
  const ofElement = (part: Filter): Sql => {
    switch (part.kind) {
      case 'and':
      case 'or':
        return sql`(${join(part.parts.map(ofElement), ` ${part.kind} `)})`;
      case 'not':
        return negated(ofElement(part.filter));
      case 'element':
        return truth(false);
      case 'constant':
        return truth(part.holds);
      default:
        return condition(part, subPlace(part.path.sub?.name ?? 'value'));
    }
  };
  if (filter.kind === 'element') return some(ofElement(filter.filter));
  if (filter.kind === 'present' && filter.path.sub === null) return some(sql`true`);
  const any = some(ofElement(filter));
  return filter.kind === 'compare' && filter.operator === 'ne' ? sql`(${any} or not ${some(sql`true`)})` : any;
}

/** `schemas` is not kept: the core schema and Spekit's extension are always there, another extension where it has values. */
function schemasCondition(type: ResourceType, filter: Leaf | Extract<Filter, { kind: 'element' }>): Sql {
  if (filter.kind !== 'compare') return sql`true`;
  const condition = (urn: string): Sql =>
    compared(filter.operator, { value: sql`cast(${urn} as text) collate "binary"`, folded: false }, filter.operand);
  const always = [type.schema.id, ...type.extensions.filter((one) => one.id.startsWith('urn:sourcemark:')).map((one) => one.id)];
  const sometimes = type.extensions.filter((one) => !always.includes(one.id));
  return sql`(${join(
    [
      ...always.map(condition),
      ...sometimes.map((one) => sql`(json_type(resource, ${`$."${one.id}"`}) is not null and ${condition(one.id)})`),
    ],
    ' or ',
  )})`;
}

function condition(leaf: Leaf, place: Place): Sql {
  if (leaf.kind === 'present') return sql`(${place.value} is not null and cast(${place.value} as text) <> '')`;
  return compared(leaf.operator, place, leaf.operand);
}

function compared(operator: Operator, place: Place, operand: Operand): Sql {
  if (operator === 'ne') return negated(compared('eq', place, operand));
  if (operand.type === 'boolean') return sql`${place.value} = ${operand.value ? 1 : 0}`;
  if (operand.type !== 'text') return ordered(operator, place.value, sql`${operand.value}`);
  const left = operand.caseExact || place.folded ? place.value : sql`case_key(${place.value})`;
  const text = operand.caseExact ? operand.value : caseKey(operand.value);
  const right = sql`${text}`;
  switch (operator) {
    case 'co':
      return text === '' ? sql`${left} is not null` : sql`instr(${left}, ${right}) > 0`;
    case 'sw':
      return sql`substr(${left}, 1, length(${right})) = ${right}`;
    case 'ew':
      return text === '' ? sql`${left} is not null` : sql`substr(${left}, length(${left}) - length(${right}) + 1) = ${right}`;
    default:
      return ordered(operator, left, right);
  }
}

const signs = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

function ordered(operator: Operator, left: Sql, right: Sql): Sql {
  const sign = operator in signs ? signs[operator as keyof typeof signs] : '=';
  return join([left, right], ` ${sign} `);
}

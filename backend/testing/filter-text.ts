import * as fc from 'fast-check';
import { type Filter, operators } from '../scim/filter/filter.ts';
import type { Attribute } from '../scim/schemas/attribute.ts';
import { commonAttributes } from '../scim/schemas/common.ts';
import { type AttributePath, pathText } from '../scim/schemas/resolve.ts';
import type { ResourceType } from '../scim/schemas/resource-types.ts';

/** A filter as a client would write it. */
export function printFilter(filter: Filter, inBrackets = false): string {
  const inside = (part: Filter): string => printFilter(part, inBrackets);
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts
        .map((part) => (part.kind === 'and' || part.kind === 'or' ? `(${inside(part)})` : inside(part)))
        .join(` ${filter.kind} `);
    case 'not':
      return `not (${inside(filter.filter)})`;
    case 'present':
      return `${nameOf(filter.path, inBrackets)} pr`;
    case 'compare':
      return `${nameOf(filter.path, inBrackets)} ${filter.operator} ${operandText(filter.operand)}`;
    case 'element':
      return `${pathText(filter.path)}[${printFilter(filter.filter, true)}]`;
    case 'constant':
      throw new Error('Nobody can write it.');
  }
}

export function nameOf(path: AttributePath, inBrackets: boolean): string {
  return inBrackets ? (path.sub?.name ?? '') : pathText(path);
}

function operandText(operand: Extract<Filter, { kind: 'compare' }>['operand']): string {
  return JSON.stringify(operand.type === 'instant' ? new Date(operand.value).toISOString() : operand.value);
}

/** Any filter on a type that a client may write. */
export function anyFilter(type: ResourceType): fc.Arbitrary<Filter> {
  const paths = pathsOf(type);
  const lists = paths.filter(({ attribute, sub }) => attribute.multiValued && attribute.type === 'complex' && sub === null);
  const leaf = fc.oneof(...paths.map(leafOf));
  const element = fc.constantFrom(...lists).chain((path) => {
    const parts = (path.attribute.subAttributes ?? []).map((sub) => leafOf({ ...path, sub }));
    return nested(fc.oneof(...parts)).map((filter): Filter => ({ kind: 'element', path, filter }));
  });
  return nested(fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: element }));
}

function nested(leaf: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), parts: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }) }),
      tie('filter').map((filter): Filter => ({ kind: 'not', filter })),
    ),
  })).filter;
}

function leafOf(path: AttributePath): fc.Arbitrary<Filter> {
  const attribute = path.sub ?? path.attribute;
  const present: Filter = { kind: 'present', path };
  if (attribute.type === 'complex') return fc.constant(present);
  const compare = (names: readonly (typeof operators)[number][], operand: fc.Arbitrary<Extract<Filter, { kind: 'compare' }>['operand']>) =>
    fc.record({ kind: fc.constant('compare' as const), path: fc.constant(path), operator: fc.constantFrom(...names), operand });
  switch (attribute.type) {
    case 'boolean':
      return fc.oneof(
        fc.constant(present),
        compare(['eq', 'ne'], fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() })),
      );
    case 'dateTime': {
      const value = fc.integer({ min: 0, max: 4_000_000_000_000 });
      return compare(['eq', 'ne', 'gt', 'ge', 'lt', 'le'], fc.record({ type: fc.constant('instant' as const), value }));
    }
    default: {
      const names = attribute.type === 'binary' ? (['eq', 'ne'] as const) : operators;
      const value = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0'));
      const text = fc.record({ type: fc.constant('text' as const), value, caseExact: fc.constant(attribute.caseExact) });
      return fc.oneof(fc.constant(present), compare(names, text));
    }
  }
}

/** Every attribute that can be asked for, and every sub-attribute. */
function pathsOf(type: ResourceType): AttributePath[] {
  const places: [string | null, readonly Attribute[]][] = [
    [null, [...commonAttributes, ...type.schema.attributes]],
    ...type.extensions.map(({ id, attributes }): [string, readonly Attribute[]] => [id, attributes]),
  ];
  return places.flatMap(([extension, attributes]) =>
    attributes
      .filter((attribute) => attribute.returned !== 'never')
      .flatMap((attribute) => [
        { extension, attribute, sub: null },
        ...(attribute.subAttributes ?? []).map((sub) => ({ extension, attribute, sub })),
      ]),
  );
}

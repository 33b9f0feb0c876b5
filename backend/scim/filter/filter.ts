import type { AttributePath } from '../schemas/resolve.ts';

// `filter/` knows RFC 7644 §3.4.2.2: text → a tree of attributes that exist → true or false for a resource. SQL is made of the tree in `store/`.

export const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Operator = (typeof operators)[number];

/** What an attribute is compared with, in the attribute's own type. Instants are ms since 1970. */
export type Operand =
  | { type: 'text'; value: string; caseExact: boolean }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; value: number }
  | { type: 'instant'; value: number };

export type Filter =
  /** What a comparison comes to where the type does not have the attribute (RFC 7644 §3.4.2.1: "as if there is no attribute value"). */
  | { kind: 'constant'; holds: boolean }
  | { kind: 'and' | 'or'; parts: Filter[] }
  | { kind: 'not'; filter: Filter }
  | { kind: 'present'; path: AttributePath }
  | { kind: 'compare'; path: AttributePath; operator: Operator; operand: Operand }
  /** A multi-valued attribute has an element for which `filter` holds; the paths in it are sub-attributes of the element. */
  | { kind: 'element'; path: AttributePath; filter: Filter };

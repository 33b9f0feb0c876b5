import { say } from '../../../locales/companion.ts';
import { ScimError } from '../errors.ts';
import { type AttributePath, pathText } from '../schemas/resolve.ts';
import type { ResourceType } from '../schemas/resource-types.ts';
import { type Filter, type Operator, operators } from './filter.ts';
import { Kept } from './kept.ts';
import { defaultSub, hasAttribute, resolveAmong, subPath } from './named-paths.ts';
import { operandFor } from './operand.ts';
import { pathNames } from './path-names.ts';
import { type Token, tokens } from './tokens.ts';

const deepest = 30;
const mostComparisons = 500;

const kept: Record<ResourceType['name'], Kept<Filter>> = { User: new Kept(), Group: new Kept() };

/** Reads a filter on resources of a type; the same text is read once.
 *  Throws ScimError `invalidFilter` that names the position (from 1) of what is wrong. */
export function parseFilter(type: ResourceType, text: string): Filter {
  return kept[type.name].get(text, () => new FilterParser(type, tokens(text, 'invalidFilter')).whole());
}

/** Reads a filter that is asked of several types at once, for one of them: an attribute that only others have is one without a value. */
export function parseFilterAmong(types: readonly ResourceType[], type: ResourceType, text: string): Filter {
  return new FilterParser(type, tokens(text, 'invalidFilter'), 0, types).whole();
}

/** Reads the tokens of a filter, one after another. PATCH paths hand it what stands in their brackets. */
export class FilterParser {
  readonly #type: ResourceType;
  readonly #tokens: readonly Token[];
  #next: number;
  #depth = 0;
  #comparisons = 0;
  /** Inside brackets, names are sub-attributes of this attribute. */
  #element: AttributePath | null = null;
  /** Whose attributes may be named as well. */
  readonly #among: readonly ResourceType[];

  constructor(type: ResourceType, list: readonly Token[], next = 0, among: readonly ResourceType[] = []) {
    this.#type = type;
    this.#among = among;
    this.#tokens = list;
    this.#next = next;
  }

  whole(): Filter {
    const filter = this.#or();
    if (this.#peek().kind !== 'end') throw this.#unexpected(this.#peek());
    return filter;
  }

  /** Reads `[filter]` on the elements of an attribute and gives the filter and the number of the token after it. */
  brackets(element: AttributePath): { filter: Filter; next: number } {
    this.#expect('[');
    this.#element = element;
    const filter = this.#or();
    this.#element = null;
    this.#expect(']');
    return { filter, next: this.#next };
  }

  #or(): Filter {
    return this.#series('or', () => this.#series('and', () => this.#term()));
  }

  #series(kind: 'and' | 'or', part: () => Filter): Filter {
    const parts = [part()];
    while (this.#isWord(kind)) {
      this.#next += 1;
      parts.push(part());
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  }

  #term(): Filter {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.#wrong('filter.too-deep', this.#peek(), { most: deepest });
    const filter = this.#isWord('not') && this.#tokens[this.#next + 1]?.kind === '(' ? this.#not() : this.#group();
    this.#depth -= 1;
    return filter;
  }

  #not(): Filter {
    this.#next += 1;
    return { kind: 'not', filter: this.#group() };
  }

  #group(): Filter {
    if (this.#peek().kind !== '(') return this.#comparison();
    this.#next += 1;
    const filter = this.#or();
    this.#expect(')');
    return filter;
  }

  #comparison(): Filter {
    this.#comparisons += 1;
    const token = this.#peek();
    if (this.#comparisons > mostComparisons) throw this.#wrong('filter.too-many', token, { most: mostComparisons });
    if (token.kind !== 'word') throw this.#unexpected(token);
    const path = this.#path(token);
    this.#next += 1;
    if (this.#peek().kind === '[') {
      if (this.#element !== null || path.sub !== null || !path.attribute.multiValued || path.attribute.type !== 'complex') {
        throw this.#wrong('filter.no-brackets', this.#peek(), { name: token.text });
      }
      const { filter } = this.brackets(path);
      return this.#known(path) ? { kind: 'element', path, filter } : { kind: 'constant', holds: false };
    }
    const leaf = this.#operator(path);
    if (this.#element !== null || this.#known(path)) return leaf;
    return { kind: 'constant', holds: leaf.kind === 'not' || (leaf.kind === 'compare' && leaf.operator === 'ne') };
  }

  #known(path: AttributePath): boolean {
    return this.#among.length === 0 || hasAttribute(this.#type, path);
  }

  #operator(path: AttributePath): Filter {
    const token = this.#peek();
    const name = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (name === 'pr') {
      this.#next += 1;
      return { kind: 'present', path };
    }
    const operator = operators.find((one) => one === name);
    if (operator === undefined) throw this.#wrong('filter.no-operator', token, { name: pathText(path) });
    this.#next += 1;
    return this.#value(path, operator);
  }

  #value(path: AttributePath, operator: Operator): Filter {
    const token = this.#peek();
    this.#next += 1;
    const compared = defaultSub(path);
    if (token.kind === 'word' && token.text.toLowerCase() === 'null') {
      if (operator !== 'eq' && operator !== 'ne') throw this.#wrong('filter.null-compared', token, { operator });
      const present: Filter = { kind: 'present', path };
      return operator === 'eq' ? { kind: 'not', filter: present } : present;
    }
    const result = operandFor(compared, operator, token);
    if (typeof result === 'string') throw this.#wrong(result, token, { name: pathText(path), operator });
    return { kind: 'compare', path: compared, operator, operand: result };
  }

  #path(token: Token & { kind: 'word' }): AttributePath {
    const names = pathNames(token.text);
    const path =
      this.#element === null ? names && resolveAmong([this.#type, ...this.#among], names) : names && subPath(this.#element, names);
    // What is never returned cannot be asked for: a filter would tell it.
    if (!path || path.attribute.returned === 'never')
      throw this.#wrong('filter.no-attribute', token, { name: token.text, type: this.#type.name });
    return path;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', at: this.#tokens.at(-1)?.at ?? 0 };
  }

  #isWord(text: string): boolean {
    const token = this.#peek();
    return token.kind === 'word' && token.text.toLowerCase() === text;
  }

  #expect(kind: Token['kind']): void {
    if (this.#peek().kind !== kind) throw this.#wrong('filter.expected', this.#peek(), { expected: kind });
    this.#next += 1;
  }

  #unexpected(token: Token): ScimError {
    if (token.kind === 'end') return this.#wrong('filter.ends-early', token, {});
    const found =
      token.kind === 'word' ? token.text : token.kind === 'string' || token.kind === 'number' ? String(token.value) : token.kind;
    return this.#wrong('filter.unexpected', token, { found });
  }

  #wrong(code: Parameters<typeof say>[0], token: Token, facts: Record<string, string | number>): ScimError {
    return new ScimError(400, 'invalidFilter', say(code, { ...facts, position: token.at + 1 }));
  }
}

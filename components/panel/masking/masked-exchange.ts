import type { Exchange } from '../../../contract/exchange.ts';
import { kindOfAttribute, trailOf } from './attributes.ts';
import { completed } from './completed.ts';
import type { MaskKind, Masks } from './masks.ts';

/** One side of an exchange, as it is shown. */
export interface ShownSide {
  /** `POST /scim/v2/Users`, or `201`. */
  head: string;
  /** Null: there is none. */
  body: string | null;
  /** It is no JSON, so nobody knows what in it is to be masked: it is shown unmasked alone. */
  unmaskable: boolean;
}

/** The request and its answer with their bodies set out in lines; with masks, what tells of a person is masked. */
export function shownExchange({ request, answer }: Exchange, masks: Masks | null): { request: ShownSide; answer: ShownSide } {
  const masking = masks === null ? null : new Masking(masks, /\/Groups\b/i.test(request.path));
  const asked = shownBody(request.body, masking);
  const told = shownBody(answer.body, masking);
  const path = masking === null ? request.path : masking.address(request.path);
  return {
    request: { head: `${request.method} ${path}`, ...asked },
    answer: { head: String(answer.status), ...told },
  };
}

function shownBody(body: string | null, masking: Masking | null): Omit<ShownSide, 'head'> {
  if (body === null) return { body: null, unmaskable: false };
  const value = parsed(body) ?? parsed(completed(body));
  if (value === undefined) return masking === null ? { body, unmaskable: false } : { body: null, unmaskable: true };
  return { body: JSON.stringify(masking === null ? value : masking.body(value), null, 2), unmaskable: false };
}

/** The masking of one exchange: what one part of it masked is masked in the words of another. */
class Masking {
  readonly #masks: Masks;
  readonly #isGroup: boolean;
  readonly #seen = new Set<string>();

  constructor(masks: Masks, isGroup: boolean) {
    this.#masks = masks;
    this.#isGroup = isGroup;
  }

  address(address: string): string {
    const [path = '', ...queries] = address.split('?');
    const parts = queries.join('?').split('&');
    const query = queries.length === 0 ? '' : `?${parts.map((part) => this.#inQuery(part)).join('&')}`;
    return this.#text(path) + query;
  }

  body(value: unknown): unknown {
    return this.#words(this.#walk(value, []));
  }

  /** What is no attribute's value, such as an error's detail, is looked through for what was masked before. */
  #words(value: unknown): unknown {
    if (typeof value === 'string') return /\s/.test(value) ? this.#masks.again(value, this.#seen) : value;
    if (Array.isArray(value)) return value.map((entry) => this.#words(entry));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, key === 'schemas' ? member : this.#words(member)]));
  }

  #walk(value: unknown, trail: readonly string[]): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.#walk(entry, trail));
    if (isObject(value)) return this.#walkObject(value, trail);
    if (typeof value !== 'string' && typeof value !== 'number') return value;
    const kind = kindOfAttribute(trail, this.#isGroup);
    if (kind === null || String(value).trim() === '') return typeof value === 'string' ? this.#inString(value, trail) : value;
    return trail.at(-1) === '$ref' ? this.#text(String(value)) : this.#masked(String(value), kind);
  }

  #walkObject(value: Readonly<Record<string, unknown>>, trail: readonly string[]): unknown {
    const path = trail.at(-1) === 'operations' ? Object.entries(value).find(([key]) => key.toLowerCase() === 'path')?.[1] : undefined;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const small = key.toLowerCase();
        // What a PATCH sets is of the attribute that stands beside it; without one it is a resource, as the data of a bulk's operation is.
        if (trail.at(-1) === 'operations' && (small === 'value' || small === 'data')) {
          return [key, this.#walk(member, typeof path === 'string' && small === 'value' ? trailOf(path) : [])];
        }
        return [this.#text(key), this.#walk(member, [...trail, ...trailOf(key)])];
      }),
    );
  }

  /** JSON in a text is masked as JSON. */
  #inString(text: string, trail: readonly string[]): string {
    const inner = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
    return inner === undefined ? this.#text(text) : JSON.stringify(this.#walk(inner, trail));
  }

  #inQuery(part: string): string {
    const plain = decoded(part);
    const masked = this.#text(plain);
    return masked === plain ? part : encodeURI(masked);
  }

  #text(text: string): string {
    return this.#masks.inText(text, (attribute, within) => {
      const trail = [...trailOf(within), ...trailOf(attribute)];
      return kindOfAttribute(trail, this.#isGroup);
    });
  }

  #masked(value: string, kind: MaskKind): string {
    this.#seen.add(value);
    return this.#masks.of(value, kind);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

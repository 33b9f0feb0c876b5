import { say } from '../../../locales/companion.ts';
import { ScimError } from '../errors.ts';
import type { Filter } from '../filter/filter.ts';
import { Kept } from '../filter/kept.ts';
import { FilterParser } from '../filter/parse.ts';
import { pathNames } from '../filter/path-names.ts';
import { tokens } from '../filter/tokens.ts';
import { findAttribute } from '../schemas/attribute.ts';
import { type AttributePath, resolvePath } from '../schemas/resolve.ts';
import type { ResourceType } from '../schemas/resource-types.ts';

// `patch/` knows RFC 7644 §3.5.2: the operations of a request, what their paths name, and what they make of a resource.

/** What a PATCH path names (RFC 7644 figure 7). */
export interface Target extends AttributePath {
  /** Which elements of a multi-valued attribute; null: all of it. */
  filter: Filter | null;
}

const kept: Record<ResourceType['name'], Kept<Target>> = { User: new Kept(), Group: new Kept() };

/** Reads a path such as `name.familyName`, `emails[type eq "work"].value` or `urn:…:User:department`.
 *  Throws ScimError: `invalidPath`, or `invalidFilter` for what stands in the brackets. */
export function parseTarget(type: ResourceType, text: string): Target {
  return kept[type.name].get(text, () => read(type, text));
}

function read(type: ResourceType, text: string): Target {
  const list = tokens(text, 'invalidPath');
  const [first] = list;
  if (first?.kind !== 'word') throw invalid('patch.bad-path', text);
  const names = pathNames(first.text);
  const path = names === null ? undefined : resolvePath(type, names);
  if (path === undefined) throw invalid('patch.no-attribute', text);
  let next = 1;
  let filter: Filter | null = null;
  if (list[next]?.kind === '[') {
    if (path.sub !== null || !path.attribute.multiValued || path.attribute.type !== 'complex') throw invalid('patch.no-brackets', text);
    ({ filter, next } = new FilterParser(type, list, next).brackets(path));
  }
  let sub = path.sub;
  const after = list[next];
  if (filter !== null && after?.kind === 'word' && after.text.startsWith('.')) {
    sub = findAttribute(path.attribute.subAttributes ?? [], after.text.slice(1)) ?? null;
    if (sub === null) throw invalid('patch.no-attribute', text);
    next += 1;
  }
  if (list[next]?.kind !== 'end') throw invalid('patch.bad-path', text);
  return { ...path, sub, filter };
}

function invalid(code: 'patch.bad-path' | 'patch.no-attribute' | 'patch.no-brackets', path: string): ScimError {
  return new ScimError(400, 'invalidPath', say(code, { path: path.slice(0, 200) }));
}

// postgres/ is the companion's store on PostgreSQL. What may enter: what differs from SQLite, and nothing that a statement says.
// Here is how the statements and tables of `store/`, written once, are said to PostgreSQL.
import type { SqlValue } from '../sql.ts';

/** The text with `$1`, `$2`, … for each `?` outside of quotes. */
export function numbered(text: string): string {
  let count = 0;
  return text.replace(/'[^']*'|\?/g, (found) => {
    if (found !== '?') return found;
    count += 1;
    return `$${count}`;
  });
}

/** PostgreSQL's text cannot hold a NUL, which SQLite's can. It becomes the sign for what cannot be shown, as half a character does. */
export function bindable(values: readonly SqlValue[]): SqlValue[] {
  return values.map((value) => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value));
}

/** Tables as SQLite is told to make them. Texts are in the order of their code points, whatever the language of the server. */
export function tablesFor(definition: string): string {
  return definition
    .replace(/\btext\b/g, 'text collate "C"')
    .replace(/\binteger\b/g, 'bigint')
    .replace(/\) strict(, without rowid)?;/g, ');');
}

const names = `string_to_array(substr(path, 4, length(path) - 4), '"."')`;

/** What SQLite has and PostgreSQL does not, under SQLite's names and with its answers, as far as the statements use it: a path is
 *  `$."name"."name"`, yes and no are 1 and 0. Each is one expression, which the planner puts into the statement itself.
 *  What a function gives is ordered as what it is given, so elements, which have no column, need a type that says how.
 *  `json` and not `jsonb`: it is read once, and keeps what `jsonb` refuses. */
export const functions = `
create collation "binary" from "C";
create function instr(value text, part text) returns integer language sql immutable parallel safe
  as $$ select strpos(value, part) $$;
create function json_type(value text, path text) returns text language sql immutable parallel safe
  as $$ select json_typeof(value::json #> ${names}) $$;
create function json_extract(value text, path text) returns text language sql immutable parallel safe
  as $$ select case json_typeof(value::json #> ${names})
    when 'boolean' then case value::json #>> ${names} when 'true' then '1' else '0' end
    else value::json #>> ${names} end $$;
create type json_element as (key bigint, value text collate "C");
create function json_each(value text, path text) returns setof json_element language sql immutable parallel safe
  as $$ select one.at - 1, one.element::text from json_array_elements(
    case json_typeof(value::json #> ${names}) when 'array' then value::json #> ${names} end) with ordinality one (element, at) $$;
`;

/** `case_key` as `scim/case-key.ts` says it. PostgreSQL's own idea of lower case is ICU's, as JavaScript's is, but of the server's age:
 *  letters that are younger come from `newer`, each with its lower case. ASCII, by far the most, is quicker without. */
export function caseKeyFunction(newer: ReadonlyMap<string, string>): string {
  const full = `lower(normalize(value, nfc) collate "und-x-icu")`;
  const corrected = newer.size === 0 ? full : `translate(${full}, '${[...newer.keys()].join('')}', '${[...newer.values()].join('')}')`;
  return `
create function case_key(value text) returns text language sql immutable parallel safe
  as $$ select case when octet_length(value) = length(value) then lower(value collate "C") else ${corrected} collate "C" end $$;
`;
}

// store/ holds all SQL: writes a file a table (`writes/`), reads a file a question (`reads/`), the migrations, and the group commit.
// What may enter: statements with bound values, and rows as the database keeps them. No rule, no HTTP, no word for a person.
// Every key begins with the account.

export type SqlValue = string | number | null;

/** A statement, or a part of one: text with a `?` for each value, and the values. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The text that a template last came to, with what then stood in each place, null for a value: nearly always it is the same again, and a
 *  text that is the very same is found among the prepared statements without being read. */
const texts = new WeakMap<TemplateStringsArray, { places: readonly (string | null)[]; text: string }>();

/** Builds a statement. What stands in `${}` is bound, never written into the text; a part made by `sql` itself is put in its place.
 *
 *  Written here rather than taken from a query builder: the text of nearly every statement is constant, so a prepared statement is
 *  found by it at once, where a builder would put it together anew for each request. Both SQLite and PostgreSQL can be given it. */
export function sql(strings: TemplateStringsArray, ...values: (SqlValue | Sql)[]): Sql {
  const places: (string | null)[] = [];
  const bound: SqlValue[] = [];
  for (const value of values) {
    if (isSql(value)) {
      places.push(value.text);
      bound.push(...value.values);
    } else {
      places.push(null);
      bound.push(value);
    }
  }
  const last = texts.get(strings);
  if (last !== undefined && places.every((place, index) => place === last.places[index])) return { text: last.text, values: bound };
  const text = places.reduce<string>((before, place, index) => `${before}${place ?? '?'}${strings[index + 1] ?? ''}`, strings[0] ?? '');
  texts.set(strings, { places, text });
  return { text, values: bound };
}

/** A piece of text of our own, such as the name of a column. Never call it with anything that came from outside. */
export function ownText(text: string): Sql {
  return { text, values: [] };
}

/** Several parts with `between` between them. */
export function join(parts: readonly Sql[], between: string): Sql {
  return { text: parts.map((part) => part.text).join(between), values: parts.flatMap((part) => part.values) };
}

function isSql(value: SqlValue | Sql): value is Sql {
  return typeof value === 'object' && value !== null;
}

// store/ holds all SQL: writes a file a table (`writes/`), reads a file a question (`reads/`), the migrations, and the group commit.
// What may enter: statements with bound values, and rows as the database keeps them. No rule, no HTTP, no word for a person.
// Every key begins with the account.

export type SqlValue = string | number | null;

/** A statement, or a part of one: text with a `?` for each value, and the values. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The text of a template without parts is the same at every call: it is put together once. */
const texts = new WeakMap<TemplateStringsArray, string>();

/** Builds a statement. What stands in `${}` is bound, never written into the text; a part made by `sql` itself is put in its place.
 *
 *  Written here rather than taken from a query builder: the text of nearly every statement is constant, so a prepared statement is
 *  found by it at once, where a builder would put it together anew for each request. Both SQLite and PostgreSQL can be given it. */
export function sql(strings: TemplateStringsArray, ...values: (SqlValue | Sql)[]): Sql {
  if (!values.some(isSql)) {
    let text = texts.get(strings);
    if (text === undefined) {
      text = strings.join('?');
      texts.set(strings, text);
    }
    return { text, values: values as SqlValue[] };
  }
  let text = strings[0] ?? '';
  const bound: SqlValue[] = [];
  values.forEach((value, index) => {
    if (isSql(value)) {
      text += value.text;
      bound.push(...value.values);
    } else {
      text += '?';
      bound.push(value);
    }
    text += strings[index + 1] ?? '';
  });
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

/** What JSON.parse takes without a word, and we do not: a name twice in one object, of which only the last would count, and nesting that
 *  no request of ours needs (RFC 8259 §4 and §9 leave both to the reader). */
export type JsonFault = { fault: 'name-twice'; name: string } | { fault: 'too-deep'; most: number };

/** SCIM's deepest body is a bulk request; it nests to nine. */
const deepest = 50;

const quote = 0x22;
const backslash = 0x5c;

/** Looks through a text that is known to be JSON; null where nothing is wrong with it. */
export function jsonFault(text: string): JsonFault | null {
  /** The names seen in each object that is open; null stands for a list. */
  const open: (Set<string> | null)[] = [];
  let nameNext = false;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '{':
      case '[':
        if (open.length === deepest) return { fault: 'too-deep', most: deepest };
        nameNext = text[at] === '{';
        open.push(nameNext ? new Set() : null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        nameNext = (open.at(-1) ?? null) !== null;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (nameNext) {
          const name = nameIn(text, at, end);
          const names = open.at(-1);
          if (names?.has(name)) return { fault: 'name-twice', name };
          names?.add(name);
          nameNext = false;
        }
        at = end;
        break;
      }
    }
  }
  return null;
}

/** Where the quote is that ends the string. */
function endOfString(text: string, begin: number): number {
  let end = text.indexOf('"', begin + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
  return slashes % 2 === 1 && text.charCodeAt(at) === quote;
}

/** A name may be written with escapes: what counts is what it says. */
function nameIn(text: string, begin: number, end: number): string {
  const name = text.slice(begin + 1, end);
  return name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name;
}

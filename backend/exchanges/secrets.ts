// exchanges/ keeps what Okta sent and what it was answered, beside the rows of the log that came of it, for who looks into a failure.
// What may enter: taking it down, taking secrets out, keeping it for a while. It never delays an answer, and nothing depends on it.

/** What stands in the place of a secret. */
export const veil = '•••';

const words =
  'pass(?:word|wd|phrase|code)|pwd|secret(?!ar)|token|authori[sz]ation|credential|api[\\s_-]?key|private[\\s_-]?key|cookie|bearer';
const secretName = new RegExp(words, 'iu');
/** A text in which none of these stands holds no secret that is named; one with escapes or other letters may spell a name otherwise. */
const beginnings = ['pass', 'pwd', 'secret', 'token', 'authori', 'credential', 'key', 'cookie', 'bearer', 'basic', 'ssws', 'eyj'];
const spelledOtherwise = /\\u|[\u0080-\uffff]/;

/** A secret's name in a filter, a path or plain words, with what it is compared with or set to. Repetitions are bounded: texts come from
 *  strangers. */
const quoted = `"(?:[^"\\\\]|\\\\.)*"?|'[^']*'?`;
const name = `(?:${words})[\\w.$-]{0,64}["']?`;
const compared = new RegExp(
  `(${name}(?:\\s{1,9}(?:eq|ne|co|sw|ew|gt|ge|lt|le)\\s{1,9}|\\s{0,9}[=:]\\s{0,9}))(?:${quoted}|[^\\s"'()\\[\\]&]+)`,
  'giu',
);
const chosen = new RegExp(`(${name}\\s{0,9}\\[)(?:${quoted}|[^\\]"'])*`, 'giu');
const schemes = /\b(bearer|ssws|basic)\s{1,9}[\w\-.~+/]{6,}=*/giu;
const jsonWebToken = /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/gu;

/** SCIM nests to nine. */
const deepest = 60;

/** Looked for one by one in small letters: in one expression whatever their case they take ten times as long, for every request. */
export function maySecretsBeIn(text: string): boolean {
  if (spelledOtherwise.test(text)) return true;
  const small = text.toLowerCase();
  return beginnings.some((word) => small.includes(word));
}

/** The same JSON with every secret veiled: what stands under a secret's name, however that is written, what a PATCH sets at such a path,
 *  and in texts what is compared with one, and tokens that are known by their form. What is no secret stays. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (depth > deepest) return veil;
  if (typeof value === 'string') return textWithoutSecrets(value, depth);
  if (Array.isArray(value)) return value.map((entry) => withoutSecrets(entry, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const setsSecret = members.some(([key, named]) => isNaming(key) && isSecretName(JSON.stringify(named) ?? ''));
  return Object.fromEntries(
    members.map(([key, member]) =>
      isSecretName(key) || (setsSecret && key.toLowerCase() === 'value') ? [key, veiled(member)] : [key, withoutSecrets(member, depth + 1)],
    ),
  );
}

/** The same for an address with its query, which stays encoded as it came. */
export function addressWithoutSecrets(address: string): string {
  const [path = '', ...queries] = address.split('?');
  if (queries.length === 0) return partWithoutSecrets(path);
  const pairs = queries.join('?').split('&');
  return `${partWithoutSecrets(path)}?${pairs
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return partWithoutSecrets(pair);
      const [key, given] = [pair.slice(0, equals), pair.slice(equals + 1)];
      return `${key}=${isSecretName(decoded(key) ?? key) ? encodeURIComponent(veil) : partWithoutSecrets(given)}`;
    })
    .join('&')}`;
}

export function textWithoutSecrets(text: string, depth = 0): string {
  if (!maySecretsBeIn(text)) return text;
  if (/^\s*[[{]/.test(text)) {
    const inner = parsed(text);
    if (inner !== undefined) return JSON.stringify(withoutSecrets(inner, depth + 1));
  }
  return text.replace(compared, `$1"${veil}"`).replace(chosen, `$1${veil}`).replace(schemes, `$1 ${veil}`).replace(jsonWebToken, veil);
}

/** Undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Yes, no and nothing are told: they give nothing away. */
function veiled(member: unknown): unknown {
  return typeof member === 'boolean' || member === null ? member : veil;
}

function isSecretName(text: string): boolean {
  return maySecretsBeIn(text) && secretName.test(text.normalize('NFKC').replace(/[\p{Cf}]/gu, ''));
}

/** Members that say which attribute the `value` beside them is of. */
function isNaming(key: string): boolean {
  return /^(path|name|key|attribute|field|type)$/i.test(key);
}

function partWithoutSecrets(part: string): string {
  const plain = decoded(part);
  // What cannot be decoded cannot be searched either.
  if (plain === null) return maySecretsBeIn(part) ? encodeURIComponent(veil) : part;
  const clean = textWithoutSecrets(plain);
  return clean === plain ? part : encodeURI(clean);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** Spekit's addresses of its resources become ours: whoever followed one would go past the companion, with a token that is not Spekit's.
 *  Only where SCIM has an address: a text of a person's stays as it is, whatever it says.
 *  @param text JSON.
 *  @param from Spekit's address, up to and without the slash before `Users`. */
export function withOurAddresses(text: string, from: string, to: string): string {
  return text.replace(
    new RegExp(`("(?:location|\\$ref)"\\s*:\\s*")${patternOf(from)}(?=\\\\?/)`, 'gi'),
    (_, name: string) => name + JSON.stringify(to).slice(1, -1),
  );
}

/** The same of an address that stands by itself. */
export function ourAddress(address: string, from: string, to: string): string {
  return address.replace(new RegExp(`^${patternOf(from)}(?=/|$)`, 'i'), () => to);
}

/** A service behind a proxy that ends TLS may believe that it is reached by http. */
function patternOf(from: string): string {
  const slashes = from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('/', '\\\\?/');
  return slashes.replace(/^https?/, 'https?');
}

/** Whether an id can be a part of a path. These two cannot, however they are written: every client takes them for a way up. */
export function isPathPart(id: string): boolean {
  return id !== '.' && id !== '..';
}

/** Spekit's addresses of its resources become ours: whoever followed one would go past the companion, with a token that is not Spekit's.
 *  Only where SCIM has an address: a text of a person's stays as it is, whatever it says.
 *  @param text JSON.
 *  @param from Spekit's address, up to and without the slash before `Users`. */
export function withOurAddresses(text: string, from: string, to: string): string {
  if (!text.includes(from) && !text.includes('\\/')) return text;
  const slashes = from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('/', '\\\\?/');
  return text.replace(
    new RegExp(`("(?:location|\\$ref)"\\s*:\\s*")${slashes}(?=\\\\?/)`, 'gi'),
    (_, name: string) => name + JSON.stringify(to).slice(1, -1),
  );
}

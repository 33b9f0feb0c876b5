/** The places of an address that fits a template (`/admin/group/{groupId}`, `mailto:{email}`), or null.
 *  A slash at the end, the query and the fragment do not count. Read from `link.href`, or from the page's own address. */
export function readAddress(template: string, href: string): Record<string, string> | null {
  let url: URL;
  try {
    url = new URL(href, location.href);
  } catch {
    return null;
  }
  const mail = url.protocol === 'mailto:';
  if (!mail && url.origin !== location.origin) return null;
  const given = `${mail ? 'mailto:' : ''}${url.pathname}`.split(/[/:]/).filter(Boolean);
  const wanted = template.split(/[/:]/).filter(Boolean);
  if (given.length !== wanted.length) return null;
  const places: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) places[part.slice(1, -1)] = decode(value);
    else if (part !== value) return null;
  }
  return places;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

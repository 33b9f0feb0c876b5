import { readFileSync } from 'node:fs';
import type { PagePack } from '../contract/page-pack.ts';
import { oktaPages } from '../hosts/okta/index.ts';
import { spekitPages } from '../hosts/spekit/index.ts';

/** Prints the declarations of this release as a page pack, or those that are named: what to begin with when a host app has changed. */
const named = process.argv.slice(2);
const known = [...oktaPages, ...spekitPages];
const strange = named.filter((id) => known.every((page) => page.id !== id));
if (strange.length > 0) {
  console.error(`No page is called ${strange.join(', ')}. There are: ${known.map(({ id }) => id).join(', ')}.`);
  process.exit(1);
}
const { version: release } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
const [major = '0', minor = '0'] = release.split('.');
const pack: PagePack = {
  version: new Date().toISOString().slice(0, 10),
  extension: { from: release, before: `${major}.${Number(minor) + 1}` },
  pages: known.filter(({ id }) => named.length === 0 || named.includes(id)),
};
console.log(JSON.stringify(pack, null, 2));

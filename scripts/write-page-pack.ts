import { readFileSync } from 'node:fs';
import { packOf } from '../contract/page-pack.ts';
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
const pages = known.filter(({ id }) => named.length === 0 || named.includes(id));
console.log(JSON.stringify(packOf(pages, release, Date.now()), null, 2));

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constantOf, declaration, idOf, type NewPage, sketch, spec } from './templates.ts';

/** Files to write, by their path from the root. */
export type Plan = Map<string, string>;

/** Reads what was asked for: `okta.people` and `--at /admin/users`. Throws, in words, when it is no page. */
export function readNewPage(args: readonly string[]): NewPage {
  const [id = '', flag, address] = args;
  const [, host, name] = /^(okta|spekit)\.([a-z]+(?:-[a-z]+)*)$/.exec(id) ?? [];
  if ((host !== 'okta' && host !== 'spekit') || name === undefined) {
    throw new Error(
      `"${id}" is no page: say okta.<page> or spekit.<page>, in lower case with hyphens, e.g. npm run new:page okta.app-assignments`,
    );
  }
  if (flag === undefined) return { host, name, address: host === 'okta' ? `/admin/${name}` : `/app/settings/${name}` };
  if (flag !== '--at' || !/^\/[\w./-]*$/.test(address ?? ''))
    throw new Error('Say where the page is as --at /its/path, without places and queries.');
  return { host, name, address: address ?? '/' };
}

/** All that a new page needs, without writing it. `isRendered`: whether a replica of the playground has that page already.
 *  Throws, in words, when there is such a page. */
export function planPage(root: string, page: NewPage, isRendered: boolean): Plan {
  const folder = `hosts/${page.host}`;
  const file = `${folder}/${page.name}.ts`;
  if (existsSync(join(root, file))) throw new Error(`${idOf(page)} is there already: ${file}.`);
  const plan: Plan = new Map([
    [file, declaration(page)],
    [`${folder}/index.ts`, listed(read(root, `${folder}/index.ts`), page)],
    ['test/house/ways.ts', withWay(read(root, 'test/house/ways.ts'), page)],
    [`${folder}/${page.name}.spec.ts`, spec(page)],
  ]);
  if (!isRendered) plan.set(`mocks/playground/sketches/${idOf(page)}.html`, sketch(page));
  return plan;
}

/** The host's list with the page as its last. */
function listed(index: string, page: NewPage): string {
  const name = constantOf(page);
  const imported = index.replace(/((?:^import .*\n)+)/m, `$1import { ${name} } from './${page.name}.ts';\n`);
  return changed('the list', imported, imported.replace(/(Pages: readonly PageDeclaration\[\] = \[[^\]]*?),?\s*\]/, `$1, ${name}]`));
}

function withWay(ways: string, page: NewPage): string {
  return changed('the ways', ways, ways.replace(/\n};\s*$/, `\n  '${idOf(page)}': ${page.host}('${page.address}'),\n};\n`));
}

function changed(what: string, before: string, after: string): string {
  if (before === after) throw new Error(`${what} is not written as expected: add the page by hand, and mend scripts/new-page/plan.ts.`);
  return after;
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** What is known of the page to be made. */
export interface NewPage {
  host: 'okta' | 'spekit';
  /** Kebab case, e.g. `app-assignments`. */
  name: string;
  /** Its path on the host app. */
  address: string;
}

export const idOf = ({ host, name }: NewPage): string => `${host}.${name}`;
/** The name of its constant. */
export const constantOf = ({ name }: NewPage): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
/** Its heading, in words. */
const wordsOf = ({ name }: NewPage): string => name.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());

export function declaration(page: NewPage): string {
  // Okta's addresses are public; Spekit's are not, so its pages are known by what they show.
  const path = page.host === 'okta' ? `\n  path: '${page.address}',` : '';
  return `import type { PageDeclaration } from '../../contract/page-declaration.ts';

/** *${wordsOf(page)}*. */
export const ${constantOf(page)}: PageDeclaration = {
  id: '${idOf(page)}',${path}
  shows: [[{ role: 'heading', name: '${wordsOf(page).toLowerCase()}' }]],
  lists: [],
  controls: [],
  expects: [{ id: 'heading', by: [{ role: 'heading', name: '${wordsOf(page).toLowerCase()}' }] }],
};
`;
}

export function spec(page: NewPage): string {
  return `import { expect, test } from '../../test/e2e/fixtures.ts';
import { openPage } from '../../test/house/walk.ts';
import { ways } from '../../test/house/ways.ts';

for (const way of ways['${idOf(page)}'] ?? []) {
  test(\`what Okta manages is marked on ${wordsOf(page)}, in the \${way.rendering} rendering\`, async ({ context }) => {
    const page = await openPage(context, '${idOf(page)}', way);
    await expect(page.locator('[data-sourcemark="badge"][data-owner="idp"]').first()).toBeVisible();
  });
}
`;
}

/** A page with people and teams of the seeded company, to be made like the real one. */
export function sketch(page: NewPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="address" content="${page.address}">
<title>${wordsOf(page)}</title>
</head>
<body>
<main>
<h1>${wordsOf(page)}</h1>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Email</th></tr></thead>
<tbody>
<tr><td>Priya Raman</td><td>priya.raman@acme.example</td></tr>
<tr><td>Marcus Chen</td><td>marcus.chen@acme.example</td></tr>
</tbody>
</table>
<table>
<thead><tr><th scope="col">Team</th></tr></thead>
<tbody>
<tr><td>Account Executives</td></tr>
<tr><td>Sales Development</td></tr>
</tbody>
</table>
</main>
</body>
</html>
`;
}

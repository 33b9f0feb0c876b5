// `npm run new:page okta.people -- --at /admin/users`: writes a page's declaration, its line in the list, its rendering in the playground
// where no replica has it, and a test that fails until the declaration says what is on the page.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planPage, readNewPage } from './new-page/plan.ts';
import { isRendered } from './new-page/rendered.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
try {
  const page = readNewPage(process.argv.slice(2));
  const plan = planPage(root, page, isRendered(page));
  for (const [file, content] of plan) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  const written = [...plan.keys()];
  const code = written.filter((file) => file.endsWith('.ts'));
  spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...code], { cwd: root, stdio: 'ignore' });
  console.log(`Written:\n${written.map((file) => `  ${file}`).join('\n')}\n`);
  console.log(
    `Now say in hosts/${page.host}/${page.name}.ts how the page is recognised and where its subjects and controls are, until this passes:`,
  );
  console.log(`  npm run build && npx playwright test hosts/${page.host}/${page.name}.spec.ts test/house/pages.spec.ts`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

// `npm run size`: what each part of the built extension weighs, gzipped, as it is sent and kept.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const output = fileURLToPath(new URL('../.output/chrome-mv3/', import.meta.url));
/** Aim for a content script, in bytes. */
const aim = 8 * 1024;

if (!existsSync(`${output}manifest.json`)) {
  console.error('There is no build to weigh. Run `npm run build` first.');
  process.exit(1);
}

const scripts = readdirSync(`${output}content-scripts`).sort();
const pages = readdirSync(output).filter((file) => file.endsWith('.html'));
const rows = [
  ...scripts.map((file) => row(`content script ${file}`, [`content-scripts/${file}`], aim)),
  ...['session.js', 'card.js', 'why.js', 'dialog.js', 'background.js']
    .filter((file) => existsSync(output + file))
    .map((file) => row(file.replace('.js', ''), [file])),
  ...pages.sort().map((file) => row(file.replace('.html', ''), partsOf(file))),
];
console.table(Object.fromEntries(rows));

function row(name: string, files: readonly string[], most?: number): [string, Record<string, string | number>] {
  const bytes = files.map((file) => readFileSync(output + file));
  const gzip = bytes.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  const plain = bytes.reduce((sum, content) => sum + content.length, 0);
  const aimed = most === undefined ? '' : `${gzip < most ? 'under' : 'OVER'} ${kb(most)}`;
  return [name, { 'gzip kB': kb(gzip), 'plain kB': kb(plain), files: files.length, aim: aimed }];
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

/** A page with all that it loads: scripts, styles, and what these import, each once. */
function partsOf(page: string): string[] {
  const parts = new Set([page]);
  for (const part of parts) {
    const content = readFileSync(output + part, 'utf8');
    const named = part.endsWith('.html') ? /(?:src|href)="([^"]+\.(?:js|css|svg))"/g : /(?:from|import)\s*\(?["'](\.[^"']+\.js)["']/g;
    for (const [, path] of content.matchAll(named)) {
      if (path === undefined) continue;
      const file = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(part), path);
      if (existsSync(output + file)) parts.add(file);
    }
  }
  return [...parts];
}

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { hashedClasses } from '../spekit/bundle.ts';

/** What is served under `/assets/`, by path. */
export type Assets = Map<string, { type: string; text: string }>;

let bundled: Promise<Assets> | null = null;

/** Both renderings of the console, each as one script and one style sheet. The redesign is a React app, built as a release build is. Once a
 *  process. */
export function bundleConsole(): Promise<Assets> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Assets> {
  const folder = fileURLToPath(new URL('./console/', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: ['classic.ts', 'classic.css', 'redesign.tsx'].map((file) => folder + file),
    outdir: '/assets',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [hashedClasses(`${folder}redesign/`)],
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map((file) => {
      const kind = file.path.endsWith('.css') ? 'css' : 'javascript';
      return [`/assets/${basename(file.path)}`, { type: `text/${kind}; charset=utf-8`, text: file.text }];
    }),
  );
}

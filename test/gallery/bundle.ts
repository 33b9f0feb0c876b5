import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { speaking } from '../parts/spoken.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** A style sheet as a text, which Vite's `?inline` gives. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup(builder) {
    builder.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?inline', '')),
      namespace: 'inline',
    }));
    builder.onLoad({ filter: /./, namespace: 'inline' }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text, loader: 'text', resolveDir: dirname(path) };
    });
  },
};

/** The page that draws one state, as one document: `?state=` says which of `states.ts`. */
export async function frameDocument(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('frame.tsx')],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    conditions: ['browser'],
    alias: { 'webextension-polyfill': here('played-browser.ts') },
    loader: { '.svg': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
    plugins: [inlineStyles],
    logLevel: 'silent',
  });
  const part = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const script = `${speaking('en')}\n${part('.js')}`.replaceAll('</script', '<\\/script');
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sourcemark</title><style>${part('.css')}</style><body><script type="module">${script}</script>`;
}

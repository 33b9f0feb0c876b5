import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { speaking } from '../parts/spoken.ts';
import type { GalleryState } from './states.ts';

export type Surface = GalleryState['surface'];

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

/** The pages whose style sheets a surface has. The dialog brings its own. */
const pages: Readonly<Record<Surface, string | null>> = {
  ...{ popup: 'popup', options: 'options', panel: 'sidepanel', mapping: 'mapping' },
  dialog: null,
};

/** The style sheets that a page of ours begins with, and no other's. */
async function stylesOf(page: string): Promise<string> {
  const entry = here(`../../entrypoints/${page}/main.tsx`);
  const sheets = (await readFile(entry, 'utf8')).match(/(?<=^import )'[^']+\.css'(?=;$)/gm) ?? [];
  const { outputFiles } = await build({
    stdin: { contents: sheets.map((sheet) => `@import ${sheet};`).join('\n'), loader: 'css', resolveDir: dirname(entry) },
    bundle: true,
    write: false,
    loader: { '.svg': 'dataurl' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** The page that draws one state, as one document a surface: `?state=` says which of `states.ts`. */
export async function frameDocuments(): Promise<ReadonlyMap<Surface, string>> {
  const script = await frameScript();
  const documents = new Map<Surface, string>();
  for (const [surface, page] of Object.entries(pages)) {
    const styles = page === null ? '' : await stylesOf(page);
    documents.set(
      surface as Surface,
      `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sourcemark</title><style>${styles}</style><body><script type="module">${script}</script>`,
    );
  }
  return documents;
}

async function frameScript(): Promise<string> {
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
  return `${speaking('en')}\n${outputFiles[0]?.text ?? ''}`.replaceAll('</script', '<\\/script');
}

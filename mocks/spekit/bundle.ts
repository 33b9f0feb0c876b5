import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { renderings } from './app/renderings.ts';

/** What is served under `/static/`, by path. */
export type Assets = Map<string, { type: string; text: string }>;

let bundled: Promise<Assets> | null = null;

/** Each rendering as one script and one style sheet, built as a release build is: minified, with hashed class names. Once a process. */
export function bundleApp(): Promise<Assets> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Assets> {
  const folder = fileURLToPath(new URL('./app/', import.meta.url));
  const assets: Assets = new Map();
  await Promise.all(
    renderings.map(async (rendering) => {
      const { outputFiles } = await build({
        entryPoints: { [rendering]: `${folder}${rendering}/main.tsx` },
        outdir: '/static',
        bundle: true,
        write: false,
        minify: true,
        format: 'esm',
        target: 'es2024',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
        plugins: [hashedClasses(folder)],
        logLevel: 'silent',
      });
      for (const file of outputFiles) {
        const kind = file.path.endsWith('.css') ? 'css' : 'javascript';
        assets.set(`/static/${basename(file.path)}`, { type: `text/${kind}; charset=utf-8`, text: file.text });
      }
    }),
  );
  return assets;
}

/** CSS modules as most build tools name them: `.row` of one file becomes `_row_k3x9a`, so that no class name can be relied on. */
export function hashedClasses(folder: string): Plugin {
  return {
    name: 'hashed-classes',
    setup(builder) {
      const styles = new Map<string, string>();
      builder.onLoad({ filter: /\.module\.css$/, namespace: 'file' }, async ({ path }) => {
        const names = new Map<string, string>();
        const css = (await readFile(path, 'utf8')).replace(/\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g, (_, name: string) => {
          const hash = createHash('sha256')
            .update(`${relative(folder, path)}:${name}`)
            .digest('hex')
            .slice(0, 5);
          names.set(name, `_${name}_${hash}`);
          return `._${name}_${hash}`;
        });
        const script = `import ${JSON.stringify(`${path}?hashed`)};\nexport default ${JSON.stringify(Object.fromEntries(names))};`;
        styles.set(path, css);
        return { contents: script, loader: 'js' };
      });
      builder.onResolve({ filter: /\.module\.css\?hashed$/ }, ({ path }) => ({ path: path.replace(/\?hashed$/, ''), namespace: 'hashed' }));
      builder.onLoad({ filter: /./, namespace: 'hashed' }, ({ path }) => ({ contents: styles.get(path) ?? '', loader: 'css' }));
    },
  };
}

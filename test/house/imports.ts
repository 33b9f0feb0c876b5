import { posix } from 'node:path';
import { parseAst } from 'vitest/node';
import { text } from './tree.ts';

/** One import of a file. */
export interface Import {
  /** As it is written. */
  specifier: string;
  /** `import type`, `export type` or a type's `import()`: gone when the code runs. */
  typeOnly: boolean;
  /** `import()`: loaded when the code comes to it. */
  late: boolean;
  /** Path from the root for a relative import, the package's name for another (`node:` for Node's own). */
  target: string;
  relative: boolean;
}

/** All imports of a file: static, re-exported, dynamic, and those of types. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const lang = file.endsWith('x') ? 'tsx' : 'ts';
  look(parseAst(text(file), { lang }, file), (node) => {
    const source = read(node, 'source');
    const specifier = read(source, 'value');
    if (typeof specifier !== 'string') return;
    const kind = read(node, 'type');
    const typeOnly = read(node, 'importKind') === 'type' || read(node, 'exportKind') === 'type' || kind === 'TSImportType';
    found.push({ specifier, typeOnly, late: kind === 'ImportExpression', ...resolve(file, specifier) });
  });
  return found;
}

function resolve(file: string, specifier: string): { target: string; relative: boolean } {
  const path = specifier.replace(/\?.*$/, '');
  // Which of its files it is depends on who runs it (package.json, "imports").
  if (path === '#words') return { target: 'locales/source.node.ts', relative: true };
  if (path.startsWith('.')) return { target: posix.join(posix.dirname(file), path), relative: true };
  if (path.startsWith('node:')) return { target: 'node:', relative: false };
  const parts = path.split('/');
  return { target: path.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? path), relative: false };
}

function look(node: unknown, visit: (node: object) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) look(one, visit);
  } else if (typeof node === 'object' && node !== null) {
    visit(node);
    for (const value of Object.values(node)) if (typeof value === 'object') look(value, visit);
  }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

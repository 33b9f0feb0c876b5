import { describe, expect, test } from 'vitest';
import { rooms } from './rooms.ts';
import { files, root, text } from './tree.ts';

const documents = files.filter((file) => file.endsWith('.md'));
const folders = new Set(files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))));

/** Paths that a document speaks of although they are not in the repository. */
const madeLater = [/^\.output\b/, /^data\b/, /^node_modules\b/, /^dist\b/];

/** What stands in backticks or in a link of ours and looks like a path of the repository. */
function citedPaths(document: string): string[] {
  const prose = text(document).replace(/^```[\s\S]*?^```/gm, '');
  const ticked = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, inner]) => inner ?? '');
  const linked = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, inner]) => inner ?? '');
  const paths = ticked
    .filter((inner) => /^[\w.@-]+(?:\/[\w.@-]+)*\/?$/.test(inner))
    .filter((inner) => inner.includes('/') || /\.(ts|tsx|mjs|json|md)$/.test(inner));
  return [...paths, ...linked].filter((path) => !madeLater.some((made) => made.test(path)));
}

function isThere(document: string, path: string): boolean {
  const plain = path.replace(/\/$/, '');
  const beside = [...document.split('/').slice(0, -1), plain].join('/');
  return [plain, beside].some((one) => files.includes(one) || folders.has(one));
}

describe.each(documents)('%s', (document) => {
  test('cites only paths that are there; correct the document', () => {
    expect(citedPaths(document).filter((path) => !isName(path) && !isThere(document, path))).toEqual([]);
  });
});

/** Media types and scoped packages have a slash too; `x.test.ts` is a pattern of names. */
function isName(path: string): boolean {
  return /^(application|text|image)\//.test(path) || path.startsWith('@') || /^x?\./.test(path);
}

test('every package is in docs/dependencies.md with its reason, and none is there that nobody names', () => {
  const named = ['package.json', 'backend/package.json'].flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text(file));
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  });
  const reasons = [...text('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
  expect(reasons.map(([, name]) => name).sort()).toEqual([...new Set(named)].sort());
  expect(reasons.filter(([, , why]) => (why ?? '').length < 5)).toEqual([]);
});

test('every version is exact', () => {
  const loose = ['package.json', 'backend/package.json'].flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text(file));
    return Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
  });
  expect(loose).toEqual([]);
});

test('ARCHITECTURE.md names every room', () => {
  expect(Object.keys(rooms).filter((room) => !text('ARCHITECTURE.md').includes(`${room}/`))).toEqual([]);
});

test('every command of package.json is told of in README.md or CONTRIBUTING.md', () => {
  const told = `${text('README.md')}${text('CONTRIBUTING.md')}`;
  const { scripts } = JSON.parse(text('package.json'));
  const commands = Object.keys(scripts).map((name) => (name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`));
  expect(commands.filter((command) => !told.includes(command))).toEqual([]);
});

test('the documents speak of the product alone', () => {
  expect(root).not.toBe('');
  const found = documents.filter((file) => /\/work\/|\/tmp\/|localhost:\d+\/registry/.test(text(file)));
  expect(found).toEqual([]);
});

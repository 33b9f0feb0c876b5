// `npm run bench`: what the companion does a second as a SCIM service beside others, what look-ups cost it, and what marks cost a host page.
// `npm run bench -- scim` runs one part; CONTRIBUTING.md names the options. Each part writes its section of docs/benchmarks.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceSection } from './document/section.ts';
import { type Options, readOptions } from './options.ts';
import { parts } from './parts.ts';
import type { Report } from './report.ts';

const options = read();
for (const [name, bench] of Object.entries(parts)) {
  if (options.parts.length > 0 && !options.parts.includes(name)) continue;
  console.log(`\n== ${name}`);
  const report = await bench(options);
  console.log(`\n${report.text}`);
  write(name, report);
}

function read(): Options {
  try {
    const read = readOptions(process.argv.slice(2));
    const unknown = read.parts.find((name) => !(name in parts));
    if (unknown === undefined) return read;
    throw new Error(`There is no bench "${unknown}": choose among ${Object.keys(parts).join(', ')}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** A document that is not there yet begins as docs/benchmarks.md. */
function write(part: string, { text, files }: Report): void {
  mkdirSync(dirname(options.document), { recursive: true });
  const before = readText(options.document) ?? readFileSync('docs/benchmarks.md', 'utf8');
  writeFileSync(options.document, replaceSection(before, part, text));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dirname(options.document), name), content);
  console.log(`\nWritten to ${options.document}.`);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { hosts } from './certificate.ts';

const folder = fileURLToPath(new URL('./sketches/', import.meta.url));

/** A page that a replica has not built yet, as one HTML file `sketches/<host>.<page>.html`, until it has. */
export interface Sketch {
  host: keyof typeof hosts;
  /** Exact path, from the file's `<meta name="address">`. */
  address: string;
  html: string;
}

/** The sketches that are there; none is the usual case. Throws, in words, for one without a host or an address. */
export async function readSketches(from = folder): Promise<Sketch[]> {
  const files = await readdir(from).catch(() => []);
  return Promise.all(files.filter((file) => file.endsWith('.html')).map((file) => readSketch(from, file)));
}

async function readSketch(from: string, file: string): Promise<Sketch> {
  const html = await readFile(`${from}/${file}`, 'utf8');
  const host = file.slice(0, file.indexOf('.'));
  const [, address] = /<meta name="address" content="(\/[^"]*)">/.exec(html) ?? [];
  if ((host !== 'okta' && host !== 'spekit') || address === undefined) {
    throw new Error(
      `The sketch ${file} must be named okta.<page>.html or spekit.<page>.html and have a <meta name="address" content="/…">.`,
    );
  }
  return { host, address, html };
}

/** The sketch for a request's host and path; undefined where the replica itself answers. */
export function sketchFor(sketches: readonly Sketch[], name: string, path: string): Sketch | undefined {
  return sketches.find((one) => one.address === path && hosts[one.host].some((host) => host === name));
}

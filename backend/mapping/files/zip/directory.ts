import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { findEnd } from './end.ts';
import { readRecord } from './record.ts';

/** A file in a ZIP, as its directory and its own header agree that it is. */
export interface Entry {
  name: string;
  stored: boolean;
  /** Bytes, as they lie there. */
  packed: number;
  /** Bytes, inflated, as the directory says: no more are ever made of it. */
  size: number;
  crc: number;
  /** Where its bytes begin. */
  start: number;
}

/** Reads a ZIP's directory (APPNOTE 4.3.12) and looks it through before a byte is inflated: number and names of the files, their sizes,
 *  by how much they grow, and whether they lie in each other. Throws FileRefused for whatever no program that writes workbooks does. */
export function readDirectory(bytes: Uint8Array, limits: Limits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.count > limits.parts) throw new FileRefused('too-many-parts', { most: limits.parts });
  const entries: Entry[] = [];
  const spans: [from: number, to: number][] = [];
  const names = new Set<string>();
  let at = end.directory;
  let total = 0;
  for (let index = 0; index < end.count; index++) {
    const { entry, from, next } = readRecord(view, bytes, at, end);
    at = next;
    checkName(entry.name, names);
    total += entry.size;
    const grows = entry.size > 1024 * 1024 && entry.size > entry.packed * limits.ratio;
    if (grows || total > limits.inflated) throw new FileRefused('inflates', { part: entry.name });
    spans.push([from, entry.start + entry.packed]);
    entries.push(entry);
  }
  if (at > end.at) throw new FileRefused('broken-zip');
  checkSpans(spans);
  return entries;
}

/** Names of parts differ in more than case (ECMA-376-2 §6.2.2.3), and name nothing outside. */
function checkName(name: string, names: Set<string>): void {
  const key = name.toLowerCase();
  const leaves = name.includes('\0') || name.includes('\\') || /^\/|^[a-z]:/i.test(name) || name.split('/').includes('..');
  if (leaves || name === '' || names.has(key)) throw new FileRefused('zip-names', { part: name.replaceAll('\0', '') });
  names.add(key);
}

/** Files that share their bytes are how a small ZIP becomes a very large one (D. Fifield, "A better zip bomb"). */
function checkSpans(spans: [from: number, to: number][]): void {
  spans.sort(([a], [b]) => a - b);
  let end = 0;
  for (const [from, to] of spans) {
    if (from < end) throw new FileRefused('broken-zip');
    end = to;
  }
}

import { FileRefused } from '../refused.ts';
import type { Entry } from './directory.ts';
import { type End, large } from './end.ts';

const signature = { record: 0x02014b50, local: 0x04034b50 };
const absent = 0xffffffff;

interface Read {
  entry: Entry;
  /** Where the file's own header begins. */
  from: number;
  /** Where the next record of the directory begins. */
  next: number;
}

/** One record of the directory, and the header in front of the file itself, which must tell the same. */
export function readRecord(view: DataView, bytes: Uint8Array, at: number, end: End): Read {
  if (at + 46 > end.at || view.getUint32(at, true) !== signature.record) throw new FileRefused('broken-zip');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > end.at) throw new FileRefused('broken-zip');
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const [size = 0, packed = 0, from = 0] = sizes(view, at, at + 46 + nameLength, extraLength);
  // Bits of encryption: traditional, strong, and of the directory itself (APPNOTE 4.4.4).
  if ((flags & 0x2041) !== 0) throw new FileRefused('encrypted');
  if (method !== 0 && method !== 8) throw new FileRefused('broken-zip');
  const start = startOf(view, bytes, from, name);
  if (start + packed > end.directory || (method === 0 && size !== packed)) throw new FileRefused('broken-zip');
  const entry = { name: new TextDecoder().decode(name), stored: method === 0, packed, size, crc: view.getUint32(at + 16, true), start };
  return { entry, from, next };
}

/** Size, packed size and place; those that four bytes do not hold are in the extra field of ZIP64, in this order (APPNOTE 4.5.3). */
function sizes(view: DataView, record: number, extra: number, length: number): number[] {
  const short = [record + 24, record + 20, record + 42].map((at) => view.getUint32(at, true));
  if (!short.includes(absent)) return short;
  let at = extra;
  while (at + 4 <= extra + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  if (at + 4 > extra + length) throw new FileRefused('broken-zip');
  const until = at + 4 + view.getUint16(at + 2, true);
  at += 4;
  return short.map((value) => {
    if (value !== absent) return value;
    if (at + 8 > until || until > extra + length) throw new FileRefused('broken-zip');
    at += 8;
    return large(view, at - 8);
  });
}

function startOf(view: DataView, bytes: Uint8Array, from: number, name: Uint8Array): number {
  if (from + 30 > view.byteLength || view.getUint32(from, true) !== signature.local) throw new FileRefused('broken-zip');
  const nameLength = view.getUint16(from + 26, true);
  const own = bytes.subarray(from + 30, from + 30 + nameLength);
  if (Buffer.compare(own, name) !== 0) throw new FileRefused('broken-zip');
  return from + 30 + nameLength + view.getUint16(from + 28, true);
}

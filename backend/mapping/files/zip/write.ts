import { crc32, deflateRawSync } from 'node:zlib';
import type { Entry } from './directory.ts';

/** A copy of a ZIP with other contents for some of its files. All others are copied as they lie there, in their order. */
export function withContents(bytes: Uint8Array, entries: readonly Entry[], contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = contents.get(entry.name);
    const packed = content === undefined ? bytes.subarray(entry.start, entry.start + entry.packed) : deflateRawSync(content);
    const facts =
      content === undefined ? entry : { name: entry.name, stored: false, packed: packed.length, size: content.length, crc: crc32(content) };
    const name = Buffer.from(entry.name);
    const shared = sharedFields(facts, packed.length, name.length);
    const header = Buffer.concat([signed(0x04034b50, 4), shared, name]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    // The record names twice which version is needed: of whoever wrote it, and of whoever reads it.
    records.push(Buffer.concat([signed(0x02014b50, 4), Buffer.from([20, 0]), shared, rest, name]));
    pieces.push(header, packed);
    at += header.length + packed.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}

/** What a file's header and its record in the directory share (APPNOTE 4.3.7 and 4.3.12), from the version to the length of the extra field. */
function sharedFields({ stored, size, crc }: Pick<Entry, 'stored' | 'size' | 'crc'>, packed: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Names are UTF-8.
  fields.writeUInt16LE(0x800, 2);
  fields.writeUInt16LE(stored ? 0 : 8, 4);
  // Midnight of the first day that a ZIP can tell: when it was written is nobody's business.
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function signed(signature: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
}

// testing/ makes files for the tests beside it, down to what no program would write.
// What may enter: makers of bytes.
import { crc32, deflateRawSync } from 'node:zlib';

export interface PartToWrite {
  name: string;
  content: string | Uint8Array;
  stored?: boolean;
  flags?: number;
  method?: number;
  /** What the directory says, where it is not the truth. */
  size?: number;
  crc?: number;
  /** Name in the header before the file, where it is another. */
  localName?: string;
  /** Lies there instead, where other bytes lie already. */
  at?: number;
  /** Sizes in the extra field of ZIP64. */
  large?: boolean;
}

/** A ZIP of these parts, in this order. */
export function zip(parts: readonly PartToWrite[], { prefix = 0, large = false }: { prefix?: number; large?: boolean } = {}): Uint8Array {
  const pieces: Buffer[] = [Buffer.alloc(prefix)];
  const records: Buffer[] = [];
  let at = prefix;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.stored ? content : deflateRawSync(content);
    const method = part.method ?? (part.stored ? 0 : 8);
    const facts = { ...part, method, packed: packed.length, size: part.size ?? content.length, crc: part.crc ?? crc32(content) };
    const from = part.at ?? at;
    if (part.at === undefined) {
      const header = Buffer.concat([start(0x04034b50, facts, part.localName ?? part.name), Buffer.from(part.localName ?? part.name)]);
      pieces.push(header, packed);
      at += header.length + packed.length;
    }
    records.push(record(facts, from));
  }
  const directory = Buffer.concat(records);
  return Buffer.concat([...pieces, directory, end(records.length, directory.length, at, large)]);
}

interface Facts {
  name: string;
  method: number;
  packed: number;
  size: number;
  crc: number;
  flags?: number;
  large?: boolean;
}

/** What the header and the record share, from the version that is needed to the length of the extra field. */
function start(signature: number, { method, packed, size, crc, flags = 0x800 }: Facts, name: string): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(signature, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return header;
}

function record(facts: Facts, from: number): Buffer {
  const shared = start(0, facts, facts.name).subarray(4);
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  shared.copy(fixed, 6);
  fixed.writeUInt32LE(from, 42);
  const extra = Buffer.alloc(facts.large ? 20 : 0);
  if (facts.large) {
    fixed.writeUInt32LE(0xffffffff, 20);
    fixed.writeUInt32LE(0xffffffff, 24);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(facts.size), 4);
    extra.writeBigUInt64LE(BigInt(facts.packed), 12);
  }
  fixed.writeUInt16LE(extra.length, 30);
  return Buffer.concat([fixed, Buffer.from(facts.name), extra]);
}

function end(count: number, size: number, at: number, large: boolean): Buffer {
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(large ? 0xffff : count, 8);
  last.writeUInt16LE(large ? 0xffff : count, 10);
  last.writeUInt32LE(large ? 0xffffffff : size, 12);
  last.writeUInt32LE(large ? 0xffffffff : at, 16);
  if (!large) return last;
  const record64 = Buffer.alloc(56);
  record64.writeUInt32LE(0x06064b50, 0);
  record64.writeBigUInt64LE(44n, 4);
  record64.writeBigUInt64LE(BigInt(count), 24);
  record64.writeBigUInt64LE(BigInt(count), 32);
  record64.writeBigUInt64LE(BigInt(size), 40);
  record64.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record64, locator, last]);
}

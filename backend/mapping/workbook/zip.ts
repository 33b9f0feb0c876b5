import { crc32, createDeflateRaw, inflateRawSync } from 'node:zlib';

// As much of ZIP as a workbook that is written piece by piece needs (APPNOTE 4.3): the libraries that are here write it whole.

/** A part of a ZIP. Its text is asked for when its turn comes. */
export interface Part {
  path: string;
  text: AsyncIterable<string> | Iterable<string>;
}

const signatures = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 };
/** Sizes follow the bytes; names are UTF-8. */
const flags = 0x0808;
/** The earliest time that a ZIP can tell: the same content is the same file. */
const day = 0x0021;

/** Writes the parts one after another, holding no more than a piece of one. */
export async function* zipped(parts: AsyncIterable<Part> | Iterable<Part>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { path, text } of parts) {
    const name = Buffer.from(path);
    const start = at;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(signatures.local, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(day, 12);
    local.writeUInt16LE(name.length, 26);
    yield Buffer.concat([local, name]);
    at += local.length + name.length;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const piece of deflated(text, sums)) yield piece;
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(signatures.descriptor, 0);
    writeSums(descriptor, 4, sums);
    yield descriptor;
    at += sums.packed + descriptor.length;
    const central = Buffer.alloc(46);
    central.writeUInt32LE(signatures.central, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt16LE(day, 14);
    writeSums(central, 16, sums);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(start, 42);
    directory.push(central, name);
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([all, end]);
}

/** The parts of a ZIP of our own making, by path. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const parts = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28)];
    const more = buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const content = buffer.subarray(start, start + packed);
    parts.set(buffer.toString('utf8', at + 46, at + 46 + nameLength), (method === 0 ? content : inflateRawSync(content)).toString());
    at += 46 + nameLength + more;
  }
  return parts;
}

/** Bytes of a piece that comes out. Smaller ones share memory that Node takes for several of them: it is in use for so long that V8 holds it for
 *  old, and the whole file stays in memory until all of that is looked through. Larger ones are old themselves before they are full. */
const chunkSize = 32_768;

interface Sums {
  crc: number;
  size: number;
  packed: number;
}

async function* deflated(text: AsyncIterable<string> | Iterable<string>, sums: Sums): AsyncGenerator<Uint8Array> {
  const stream = createDeflateRaw({ level: 3, chunkSize });
  const feed = async (): Promise<void> => {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      if (!stream.write(bytes)) await new Promise((next) => stream.once('drain', next));
    }
    stream.end();
  };
  const fed = feed().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const piece of stream) {
    sums.packed += (piece as Buffer).length;
    yield piece as Buffer;
  }
  await fed;
}

function writeSums(buffer: Buffer, at: number, { crc, size, packed }: Sums): void {
  buffer.writeUInt32LE(crc, at);
  buffer.writeUInt32LE(packed, at + 4);
  buffer.writeUInt32LE(size, at + 8);
}

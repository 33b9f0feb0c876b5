// As much of ZIP as a workbook needs that is made while it is read (APPNOTE 4.3).

/** A part of a ZIP. Its text is asked for when its turn comes. */
export interface Part {
  path: string;
  text: AsyncIterable<string> | Iterable<string>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const signatures = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 };
/** The version that is needed, that sizes follow the bytes and names are UTF-8, that it is deflated; and the earliest time that a ZIP can tell. */
const said = [20, 0x0808, 8, 0, 0x21];
const encoder = new TextEncoder();

/** Writes the parts one after another, holding no more than a piece of one. */
export async function* zipped(parts: AsyncIterable<Part>): AsyncGenerator<Bytes> {
  const directory: Bytes[] = [];
  let at = 0;
  let count = 0;
  for await (const { path, text } of parts) {
    const name = encoder.encode(path);
    const from = at;
    const sums = { crc: 0, packed: 0, size: 0 };
    yield record(signatures.local, said, [0, 0, 0], [name.length, 0]);
    yield name;
    yield* deflated(text, sums);
    const three = [sums.crc, sums.packed, sums.size];
    yield record(signatures.descriptor, [], three, []);
    at += 30 + name.length + sums.packed + 16;
    count += 1;
    directory.push(record(signatures.central, [20, ...said], three, [name.length, 0, 0, 0, 0, 0, 0], [from]), name);
  }
  yield* directory;
  const length = directory.reduce((sum, { length: one }) => sum + one, 0);
  yield record(signatures.end, [0, 0, count, count], [length, at], [0]);
}

/** Numbers of four and of two bytes, in turn. Throws RangeError where there are more bytes than a ZIP can tell. */
function record(signature: number, ...numbers: readonly (readonly number[])[]): Bytes {
  const all = [[signature], ...numbers].map((some, index) => ({ some, wide: index % 2 === 0 }));
  const view = new DataView(new ArrayBuffer(all.reduce((sum, { some, wide }) => sum + some.length * (wide ? 4 : 2), 0)));
  let at = 0;
  for (const { some, wide } of all) {
    for (const number of some) {
      if (number > 0xffffffff) throw new RangeError('The file is larger than 4 GiB.');
      if (wide) view.setUint32(at, number, true);
      else view.setUint16(at, number, true);
      at += wide ? 4 : 2;
    }
  }
  return new Uint8Array(view.buffer);
}

interface Sums {
  crc: number;
  packed: number;
  size: number;
}

async function* deflated(text: Part['text'], sums: Sums): AsyncGenerator<Bytes> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    for await (const piece of text) {
      const bytes = encoder.encode(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      await writer.write(bytes);
    }
    await writer.close();
  };
  // Whoever reads is told why there is no more to read.
  const fed = feed().catch((error: unknown) => writer.abort(error));
  // Not every browser lets a stream be walked through.
  const reader = readable.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      sums.packed += read.value.length;
      yield new Uint8Array(read.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  await fed;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

import { constants, crc32, createInflateRaw } from 'node:zlib';
import { FileRefused } from '../refused.ts';
import type { Entry } from './directory.ts';

/** Bytes of a piece: what is held at once. */
const piece = 64 * 1024;

/** The bytes of a file in a ZIP, a piece at a time and only as they are asked for. Throws FileRefused as soon as there are more than the
 *  directory said, and at the end where there are fewer or other ones. */
export async function* inflated(bytes: Uint8Array, entry: Entry): AsyncGenerator<Uint8Array> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  let size = 0;
  let crc = 0;
  for await (const chunk of entry.stored ? slices(packed) : unpacked(packed, entry)) {
    size += chunk.length;
    if (size > entry.size) throw new FileRefused('inflates', { part: entry.name });
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw new FileRefused('broken-part', { part: entry.name });
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function* unpacked(packed: Uint8Array, { name }: Entry): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: piece, finishFlush: constants.Z_FINISH });
  stream.end(packed);
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken-part', { part: name });
  }
}

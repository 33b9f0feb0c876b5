import { FileRefused } from './refused.ts';

/** A file as it comes: whole, or in pieces. */
export type FileInput = Uint8Array | AsyncIterable<Uint8Array>;

/** The whole file. A ZIP's directory is at its end, so nothing can be said of it before. Throws FileRefused past `most` bytes. */
export async function wholeFile(input: FileInput, most: number): Promise<Uint8Array> {
  const bytes = input instanceof Uint8Array ? input : await joined(input, most);
  if (bytes.length > most) throw tooLarge(most);
  if (bytes.length === 0) throw new FileRefused('empty');
  return bytes;
}

async function joined(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw tooLarge(most);
    kept.push(piece);
  }
  return Buffer.concat(kept, length);
}

function tooLarge(most: number): FileRefused {
  return new FileRefused('too-large', { most: Math.floor(most / 1024 / 1024) });
}

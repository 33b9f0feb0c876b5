import { setImmediate } from 'node:timers/promises';
import { FileRefused } from '../refused.ts';

/** Bytes that are decoded before anybody else has a turn. */
const piece = 256 * 1024;

/** A text file's text, a piece at a time: UTF-8, or UTF-16 with or without its mark, as spreadsheets save it. Other encodings cannot be
 *  told from each other, and a name that is guessed is a wrong name. Throws FileRefused. */
export async function* decoded(bytes: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += piece) {
    const text = textOf(decoder, bytes.subarray(at, at + piece), at + piece < bytes.length);
    if (text.includes('\0')) throw new FileRefused('binary');
    yield text;
    await setImmediate();
  }
}

function textOf(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new FileRefused('not-utf8');
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: every other byte of Latin letters is zero.
  if (bytes.length >= 4 && first !== 0 && second === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes.length >= 4 && first === 0 && second !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return 'utf-8';
}

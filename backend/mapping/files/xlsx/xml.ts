import { SaxesParser } from 'saxes';
import { FileRefused } from '../refused.ts';

/** What is done as a part is read. Names come without their prefix: programs choose different ones. */
export interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two tags; a long one may come in pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

const deepest = 256;
/** Characters of a tag, a text or a comment. A cell has 32,767 at most, each of which may be written as `&#x1F600;`. */
const longest = 1024 * 1024;

/** Reads a part of a workbook as XML, a piece at a time, and yields after each so that what it brought can be handed on. A DOCTYPE is
 *  refused, and with it every entity of the file's own. Throws FileRefused. */
export async function* readXml(part: string, pieces: AsyncIterable<Uint8Array>, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let unread = 0;
  parser.on('doctype', () => {
    throw new FileRefused('doctype', { part });
  });
  parser.on('opentag', ({ name, attributes }) => {
    unread = 0;
    depth += 1;
    if (depth > deepest) throw new FileRefused('broken-part', { part });
    handlers.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    unread = 0;
    depth -= 1;
    handlers.close?.(local(name));
  });
  const text = (found: string) => {
    unread = 0;
    handlers.text?.(found);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    for await (const piece of decoded(part, pieces)) {
      // The parser keeps what has no end yet: it must not become all there is.
      unread += piece.length;
      if (unread > longest) throw new FileRefused('broken-part', { part });
      parser.write(piece);
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken-part', { part });
  }
}

/** The same for a part of which much is kept: it has at most `most` elements, where styles of all cells that a workbook may have are 64,000. */
export async function readWholeXml(part: string, pieces: AsyncIterable<Uint8Array>, handlers: Handlers, most = 200_000): Promise<void> {
  let elements = 0;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    elements += 1;
    if (elements > most) throw new FileRefused('broken-part', { part });
    handlers.open?.(name, attributes);
  };
  const text = (found: string) => handlers.text?.(found);
  const close = (name: string) => handlers.close?.(name);
  for await (const _ of readXml(part, pieces, { open, text, close }));
}

/** A name without its prefix. */
export function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** XML may be UTF-16 too (ECMA-376-2 §6.1.4); all else is refused. */
export async function* decoded(part: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8', { fatal: true });
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder === null) throw new FileRefused('broken-part', { part });
  yield decoder.decode();
}

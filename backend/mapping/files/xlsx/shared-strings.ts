import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { ItemText } from './item-text.ts';
import { readWholeXml } from './xml.ts';

/** A text of one run has two elements, one with letters of its own kind ten. */
const mostElements = 5_000_000;

/** The texts that cells share (ECMA-376-1 §18.4.9), by their number. Throws FileRefused for one that no cell could hold. */
export async function readSharedStrings(part: string, pieces: AsyncIterable<Uint8Array>, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  const item = new ItemText();
  const handlers = {
    open(name: string) {
      if (name === 'si') item.begin();
      item.open(name);
    },
    text(text: string) {
      item.text(text);
    },
    close(name: string) {
      item.close(name);
      if (name !== 'si') return;
      if (item.value.length > limits.characters) throw new FileRefused('cell-too-long', { most: limits.characters });
      strings.push(item.take());
    },
  };
  await readWholeXml(part, pieces, handlers, mostElements);
  return strings;
}

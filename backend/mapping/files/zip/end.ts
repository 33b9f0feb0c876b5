import { FileRefused } from '../refused.ts';

/** The end of a ZIP: where its directory lies. */
export interface End {
  count: number;
  /** Where the directory begins. */
  directory: number;
  /** Where the record is that ends the directory. */
  at: number;
}

const signature = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };

/** Finds the record at the end (APPNOTE 4.3.16), or the larger one of ZIP64 (4.3.14). Throws FileRefused where there is none, or two
 *  readers could see two directories. */
export function findEnd(view: DataView): End {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) !== signature.end || at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const disks = view.getUint32(at + 4, true);
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const directory = view.getUint32(at + 16, true);
    const large = count === 0xffff || size === 0xffffffff || directory === 0xffffffff;
    if (large) return checked(view, end64(view, at));
    if (disks !== 0 || view.getUint16(at + 8, true) !== count) throw new FileRefused('broken-zip');
    return checked(view, { count, size, directory, at });
  }
  throw new FileRefused('broken-zip');
}

interface Found extends End {
  size: number;
}

function checked(view: DataView, { count, size, directory, at }: Found): End {
  if (directory + size !== at || at > view.byteLength || count * 46 > size) throw new FileRefused('broken-zip');
  return { count, directory, at };
}

function end64(view: DataView, end: number): Found {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signature.locator64) throw new FileRefused('broken-zip');
  const at = large(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== signature.end64) throw new FileRefused('broken-zip');
  return { count: large(view, at + 32), size: large(view, at + 40), directory: large(view, at + 48), at };
}

/** Eight bytes of ZIP64. Past what a number holds exactly nothing can be in a file that we take. */
export function large(view: DataView, at: number): number {
  const value = at + 8 <= view.byteLength ? view.getBigUint64(at, true) : null;
  if (value === null || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileRefused('broken-zip');
  return Number(value);
}

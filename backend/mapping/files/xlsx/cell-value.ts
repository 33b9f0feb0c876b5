import { serialToDate } from 'hucre';
import { unescaped } from './item-text.ts';
import type { DateStyles } from './styles.ts';

/** A cell as its sheet's XML has it. */
export interface RawCell {
  /** `s`, `str`, `inlineStr`, `b`, `e`, `n`, `d`, or '' (ECMA-376-1 §18.18.11). */
  type: string;
  style: string;
  /** What stands in `v`. */
  value: string;
  /** What stands in `is`. */
  inline: string;
}

/** A cell's value as text. Days are `2026-11-27`, with a time `2026-11-27T09:30:00`; truths `TRUE` and `FALSE`; numbers have no exponent.
 *  Null for a shared string that is not there. */
export function cellText({ type, style, value, inline }: RawCell, strings: readonly string[], dates: DateStyles): string | null {
  switch (type) {
    case 's':
      return value === '' ? '' : (strings[Number(value)] ?? null);
    case 'inlineStr':
      return inline;
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
    case 'd':
      return value;
    default:
      return value === '' ? '' : numberText(value.trim(), dates, style);
  }
}

function numberText(value: string, dates: DateStyles, style: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (dates.isDate(style)) return dateText(number, dates.epoch1904) ?? value;
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  if (Number.isInteger(number)) return BigInt(number).toString();
  const plain = number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return Number(plain) === number ? plain : value;
}

function dateText(serial: number, epoch1904: boolean): string | null {
  const date = serialToDate(serial, epoch1904);
  if (Number.isNaN(date.getTime()) || serial < 0 || date.getUTCFullYear() > 9999) return null;
  // A time alone is a part of a day that is none.
  if (serial < 1) return date.toISOString().slice(11, 19);
  return date.toISOString().slice(0, Number.isInteger(serial) ? 10 : 19);
}

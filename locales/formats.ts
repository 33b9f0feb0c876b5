import { language } from './spoken.ts';

/** A formatter of the words' language, made when it is first asked for and then kept: to make one takes longer than to use it a hundred
 *  times, and the companion, which needs none as it starts, would wait for the language data. */
function kept<Formatter>(make: (language: string) => Formatter): () => Formatter {
  let one: { formatter: Formatter; of: string } | undefined;
  return () => {
    const of = language();
    if (one?.of !== of) one = { formatter: make(of), of };
    return one.formatter;
  };
}

const numbers = kept((of) => new Intl.NumberFormat(of));
const plurals = kept((of) => new Intl.PluralRules(of));
const days = kept((of) => new Intl.DateTimeFormat(of, { dateStyle: 'medium' }));
const minutes = kept((of) => new Intl.DateTimeFormat(of, { dateStyle: 'medium', timeStyle: 'short' }));
const toTheSecond = kept((of) => new Intl.DateTimeFormat(of, { dateStyle: 'medium', timeStyle: 'medium' }));
// English is British here, for the comma before "and" could be one of a name.
const lists = kept((of) => new Intl.ListFormat(of === 'en' ? 'en-GB' : of));

/** "1,234". Whole numbers are grouped here: to load a formatter's data takes a page as long as to read a list of two thousand rows. */
export function number(value: number): string {
  if (!Number.isInteger(value)) return numbers().format(value);
  return String(value).replace(/\B(?=(\d{3})+$)/g, language() === 'de' ? '.' : ',');
}

/** Which form of a word goes with a number: `one`, `few`, `other` … of CLDR's plural rules. */
export function pluralOf(value: number): string {
  return plurals().select(value);
}

/** "Nov 24, 2026", in the time zone of who reads it. */
export function day(instant: string): string {
  return days().format(new Date(instant));
}

/** The same with the time: to the minute, or to the second. */
export function moment(at: string | number, to: 'minute' | 'second'): string {
  return (to === 'minute' ? minutes() : toTheSecond()).format(new Date(at));
}

/** A duration in ms as seconds, to the tenth; what took any time is not told as none. */
export function seconds(duration: number): string {
  return number(Math.max(1, Math.round(duration / 100)) / 10);
}

/** "Sales, Support and Marketing". */
export function list(parts: readonly string[]): string {
  return lists().format(parts);
}

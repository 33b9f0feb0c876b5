import type { ControlDeclaration } from '../contract/page-declaration.ts';
import { findFirst } from '../overlay/find.ts';
import { heldBy, labelsOf, nameOf } from '../overlay/name.ts';
import { plain } from '../overlay/text.ts';

const operators = [
  [/^(starts|begins) with$/i, (name: string, value: string) => name.startsWith(value)],
  [/^ends with$/i, (name: string, value: string) => name.endsWith(value)],
  [/^contains$/i, (name: string, value: string) => name.includes(value)],
  [/^(equals|is)$/i, (name: string, value: string) => name === value],
] as const;
const choosing =
  'select,input[type=radio]:checked,[role=radio][aria-checked=true],[role=combobox]:not(input),button[aria-haspopup=listbox]';

/** Those of the names that a rule would take in, told by the operator that its form has chosen and the value typed there; case does not
 *  count. None where the form shows no operator that is known: what a rule takes in is not guessed. */
export function fitting(field: NonNullable<ControlDeclaration['fits']>, box: Element, names: readonly string[]): string[] {
  const found = findFirst(field, box);
  const value = found ? plain(heldBy(found)).toLowerCase() : '';
  const said = [...box.querySelectorAll(choosing)].flatMap((one) => [heldBy(one), nameOf(one), ...labelsOf(one)]);
  const test = operators.find(([words]) => said.some((text) => words.test(plain(text))))?.[1];
  // A rule may go by the groups' descriptions, of which nothing is known.
  if (!value || !test || said.some((text) => /description/i.test(text))) return [];
  return names.filter((name) => test(name.toLowerCase(), value));
}

import type { ControlDeclaration } from '../contract/page-declaration.ts';
import { findAll } from '../overlay/find.ts';
import { fieldsOf, heldBy, labelsOf, nameOf } from '../overlay/name.ts';
import { plain } from '../overlay/text.ts';

const operators = [
  [/^(starts|begins) with$/i, (name: string, value: string) => name.startsWith(value)],
  [/^ends with$/i, (name: string, value: string) => name.endsWith(value)],
  [/^contains$/i, (name: string, value: string) => name.includes(value)],
  [/^(equals|is)$/i, (name: string, value: string) => name === value],
] as const;
const choosing =
  'select,input[type=radio]:checked,[role=radio][aria-checked=true],[role=combobox]:not(input),button[aria-haspopup=listbox]';

const described = /\bdescriptions?\b/i;
const chosenOnly = 'select,[type=radio],[type=checkbox]';

export interface Fitting {
  names: string[];
  /** It goes by the groups' descriptions as well, or by them alone: SCIM tells none, so which it takes in is not known. */
  unsure: boolean;
}

/** Those of the names that a rule would take in, told by the operator that its form has chosen and the value typed there; case does not
 *  count. None where the form shows no operator that is known: what a rule takes in is not guessed. */
export function fitting(field: NonNullable<ControlDeclaration['fits']>, box: Element, names: readonly string[]): Fitting {
  const about = (one: Element) => labelsOf(one).some((label) => described.test(label));
  const typed = fieldsOf(box).filter((one) => about(one) && !one.matches(chosenOnly));
  const choices = [...box.querySelectorAll(choosing)];
  const found = field.flatMap((locator) => findAll(locator, box)).find((one) => !about(one) && !one.matches(chosenOnly));
  const value = found ? plain(heldBy(found)).toLowerCase() : '';
  // A form may choose what its one value is of, or have a second value for the description.
  const turned = choices.some((one) =>
    [heldBy(one), ...(one.matches('select') ? [] : [nameOf(one), ...labelsOf(one)])].some((text) => described.test(text)),
  );
  if (typed.length > 0 ? typed.some((one) => heldBy(one) !== '') : turned && value !== '') return { names: [], unsure: true };
  const said = choices.filter((one) => !about(one)).flatMap((one) => [heldBy(one), nameOf(one), ...labelsOf(one)]);
  const test = operators.find(([words]) => said.some((text) => words.test(plain(text))))?.[1];
  return { names: value && test ? names.filter((name) => test(name.toLowerCase(), value)) : [], unsure: false };
}

/** The largest control whose picture is read, in characters of its markup. */
const largest = 2_500;

/** Whether a control that has no name worth the word shows such a picture (`trash|delete`): by what its classes, ids and references call it. */
export function showsPicture(control: Element, name: string, wording: string | undefined): boolean {
  // A menu or row whose name is a sign is no button: its words say what it holds.
  if (!wording || name.length > 2 || (control.textContent ?? '').trim().length > 2) return false;
  const markup = control.outerHTML;
  if (markup.length > largest) return false;
  // `DeleteIcon`, `fa-trash-alt`, `icons.svg#bin`: whole words, however they are joined.
  return new RegExp(`(?:^|[^a-z])(?:${wording})(?![a-z])`, 'i').test(markup.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

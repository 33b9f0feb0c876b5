/** The form in which two strings are the same where SCIM's `caseExact` is false: composed characters, lower case.
 *  Kept beside a value that is looked up by it, so that an index finds it. */
export function caseKey(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** What a key is called in the browser's own files: letters, digits and `_` alone may stand in a message's name, in any case
 *  (Chrome, "i18n: formats for locale-specific messages"). That no two keys share one is tested. */
export function messageName(key: string): string {
  return key.replace(/\W/g, '_');
}

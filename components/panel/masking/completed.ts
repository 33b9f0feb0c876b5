/** The beginning of a JSON text, ended after the last value that is whole: so that what was cut can still be set out in lines and masked.
 *  What is no beginning of JSON comes back as something that is no JSON either. */
export function completed(text: string): string {
  const open: string[] = [];
  /** Where the text may end, and what would end it there. */
  let end = 0;
  let closers = '';
  let at = 0;
  const mayEnd = () => {
    end = at;
    closers = open.toReversed().join('');
  };
  while (at < text.length) {
    const token = /\s*(?:"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+(?=[\s{}[\]:,]))/sy;
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined) break;
    const begun = at;
    at += found.length;
    const mark = found.trim();
    if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? '}' : ']');
      mayEnd();
    } else if (mark === '}' || mark === ']') {
      open.pop();
      mayEnd();
    } else if (mark === ',') {
      at = begun;
      // The value before it is whole.
      mayEnd();
      at = begun + found.length;
    }
  }
  return text.slice(0, end) + closers;
}

// document/ writes what was measured for people to read. What may enter: Markdown, charts, and what is said of the machine; no figures.

const opening = (part: string): string => `<!-- bench ${part}: written by \`npm run bench -- ${part}\` -->`;
const closing = (part: string): string => `<!-- /bench ${part} -->`;

/** The document with another text in the part's section; all else stays as it is. Throws when the section is not marked in it. */
export function replaceSection(document: string, part: string, text: string): string {
  const [begin, end] = [document.indexOf(opening(part)), document.indexOf(closing(part))];
  if (begin < 0 || end < begin) throw new Error(`The document has no section between ${opening(part)} and ${closing(part)}.`);
  return `${document.slice(0, begin)}${opening(part)}\n\n${text.trim()}\n\n${document.slice(end)}`;
}

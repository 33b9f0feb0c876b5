/** A cell with a text, never a formula, whatever it begins with. `s` and whatever else is said of the cell stays; its type, and what only
 *  formulas have, does not. */
export function textCell(prefix: string, attributes: Readonly<Record<string, unknown>>, text: string): string {
  const kept = Object.entries(attributes).filter(([name]) => !['t', 'cm', 'vm'].includes(name));
  const said = kept.map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('');
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}c${said} t="inlineStr"><${prefix}is><${prefix}t${space}>${escaped(held(text))}</${prefix}t></${prefix}is></${prefix}c>`;
}

const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => codes[letter] ?? letter);
}

/** XML holds no control characters: they are written `_x0007_`, and a text that looks so itself `_x005F_x0007_` (ECMA-376-1 §22.4.2.4). */
function held(text: string): string {
  const plain = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return [...plain]
    .map((letter) => (isUnheld(letter) ? `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_` : letter))
    .join('');
}

function isUnheld(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff;
}

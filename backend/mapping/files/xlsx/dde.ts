/** Whether a formula asks another program to do something: `cmd|'/C calc'!A0`, or LibreOffice's `DDE("soffice";…)`. */
export function isDde(formula: string): boolean {
  if (!/[|(]/.test(formula)) return false;
  // Neither texts nor names of sheets: both may have a bar in them.
  const plain = formula.replace(/"[^"]*"|'[^']*'/g, (quoted) => (quoted.startsWith('"') ? '""' : "''"));
  const bar = plain.search(/[\w.\]']\s*\|/);
  return (bar >= 0 && plain.includes('!', bar)) || /(?:^|[^\w.])DDE\s*\(/i.test(plain);
}

/** Whether a formula asks another program to do something: `cmd|'/C calc'!A0`, or LibreOffice's `DDE("soffice";…)`. */
export function isDde(formula: string): boolean {
  if (!/[|(]/.test(formula)) return false;
  const plain = formula.replace(/"[^"]*"/g, '""');
  return /[\w.\]']\s*\|[^!]*!/.test(plain) || /(?:^|[^\w.])DDE\s*\(/i.test(plain);
}

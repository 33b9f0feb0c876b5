/** The names that cannot be added to Spekit. Guide: "Teams named All Spekit Users or Spekit Account Admins cannot be added."
 *  `Spekit Acct Admins` is the spelling of Spekit's older articles; both are refused. */
export const reservedNames = ['All Spekit Users', 'Spekit Account Admins', 'Spekit Acct Admins'] as const;

const reserved = new Set(reservedNames.map(withoutSpacing));

/** The form in which two names count as the same name: compatible characters, any case, any spacing between words and none around. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether Spekit refuses a team of this name, in any case and spacing (also written without any). */
export function isReservedName(name: string): boolean {
  return reserved.has(withoutSpacing(name));
}

function withoutSpacing(name: string): string {
  return foldName(name).replaceAll(' ', '');
}

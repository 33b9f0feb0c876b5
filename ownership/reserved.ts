/** The names that cannot be added to Spekit. Guide: "Teams named All Spekit Users or Spekit Account Admins cannot be added."
 *  `Spekit Acct Admins` is the spelling of Spekit's older articles; both are refused. */
export const reservedNames = ['All Spekit Users', 'Spekit Account Admins', 'Spekit Acct Admins'] as const;

/** What no reader sees and no name differs by: zero-width characters, direction marks, variation selectors, controls that are no spacing. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}[\p{Cc}--[\t-\r\u0085]]]/gv;

/** Every white space of Unicode, and the Braille blank, which looks like one. */
const spacing = /[\s\u0085\u2800]+/g;

const reserved = new Set(reservedNames.map(withoutSpacing));

/** The form in which two names count as the same name: compatible characters, any case, any spacing between words and none around. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(invisible, '').replace(spacing, ' ').trim().toLowerCase();
}

/** Whether Spekit refuses a team of this name, in any case and spacing (also written without any). */
export function isReservedName(name: string): boolean {
  return reserved.has(withoutSpacing(name));
}

function withoutSpacing(name: string): string {
  return foldName(name).replaceAll(' ', '');
}

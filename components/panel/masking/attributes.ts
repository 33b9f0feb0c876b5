import type { MaskKind } from './masks.ts';

/** Attributes by their last name (RFC 7643 §4.1, §4.3, and what Okta's profile calls its own): what each tells of a person. */
const personal: Readonly<Record<string, MaskKind>> = {
  username: 'name',
  login: 'name',
  displayname: 'name',
  nickname: 'name',
  name: 'name',
  formatted: 'name',
  familyname: 'name',
  givenname: 'name',
  middlename: 'name',
  firstname: 'name',
  lastname: 'name',
  honorificprefix: 'name',
  honorificsuffix: 'name',
  display: 'name',
  email: 'email',
  emails: 'email',
  secondemail: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  phonenumbers: 'phone',
  mobilephone: 'phone',
  primaryphone: 'phone',
  ims: 'text',
  photos: 'text',
  profileurl: 'text',
  addresses: 'text',
  streetaddress: 'text',
  postaladdress: 'text',
  postalcode: 'text',
  zipcode: 'text',
  locality: 'text',
  city: 'text',
  x509certificates: 'text',
  entitlements: 'text',
  birthdate: 'text',
  id: 'id',
  externalid: 'id',
  employeenumber: 'id',
  manager: 'id',
  managerid: 'id',
  members: 'id',
  groups: 'id',
};

/** What a part of one of several tells by itself, whatever it is a part of. */
const plain = new Set(['type', 'primary', 'op', 'schemas', 'resourcetype', 'country', 'version', 'created', 'lastmodified', 'locale']);

/** The names of an attribute, from the outermost on, in small letters: of `urn:…:User:name.givenName` `name` and `givenname`, of
 *  `emails[type eq "work"].value` `emails` and `value`. */
export function trailOf(path: string): string[] {
  const whole = path.replace(/\[.*\]/s, '').replace(/\[.*$/s, '');
  return (whole.split(':').at(-1) ?? '').toLowerCase().split('.').filter(Boolean);
}

/** What an attribute tells of a person, or null. A group's own name tells of nobody, and neither do those of a person's groups.
 *  @param trail As `trailOf` gives it. */
export function kindOfAttribute(trail: readonly string[], isGroup: boolean): MaskKind | null {
  const last = trail.at(-1) ?? '';
  if (plain.has(last)) return null;
  const outer = trail.slice(0, -1).findLast((name) => Object.hasOwn(personal, name));
  if (outer === undefined) {
    if (isGroup && (last === 'displayname' || last === 'name')) return null;
    return own(last);
  }
  if (last === 'value' || last === '$ref') return own(outer);
  if (outer === 'groups' && last === 'display') return null;
  return own(last) ?? own(outer);
}

function own(name: string): MaskKind | null {
  return Object.hasOwn(personal, name) ? (personal[name] ?? null) : null;
}

import type { TeamField, UserField } from '../../../../contract/spekit-export.ts';
export type Field = UserField | TeamField;

/** Spekit does not say how its exports head their columns. These are its words on its own pages and in its API, Salesforce's, and those
 *  that people write; of two columns for one field the one whose word comes first is taken. */
const userWords: Readonly<Record<UserField, string>> = {
  email: 'email | email address | spekit email | user email | primary email | work email | mail | e-mail-adresse | メールアドレス | メール',
  userName: 'username | user name | login | login name | salesforce username | sf username | benutzername | ユーザー名',
  firstName: 'first name | given name | forename | first | vorname | 名',
  lastName: 'last name | surname | family name | last | nachname | 姓',
  displayName: 'display name | full name | name | user | anzeigename | 氏名 | 名前',
  source: 'source | user source | created via | invited via | origin | user type | account type | type | quelle | 種別',
  role: 'role | spekit role | user role | account role | roles | access level | permission | rolle | 役割 | ロール',
  active: 'active | is active | status | user status | account status | state | enabled | aktiv | 状態',
  inactive: 'inactive | is inactive | deactivated | is deactivated | disabled',
  teams: 'teams | team | team names | team name | team memberships | memberships | groups | spekit teams | チーム',
  salesforceId: 'salesforce id | salesforce user id | sf id | sfdc id | salesforce user | crm id | salesforce 18 digit id',
  federationId: 'federation id | federation identifier | saml federation id | federated id | sso id',
};
const teamWords: Readonly<Record<TeamField, string>> = {
  name: 'team name | team | name | teams | group name | teamname | チーム名 | チーム',
  description: 'description | team description | description (optional) | beschreibung | 説明',
};

interface Word<Of> {
  field: Of;
  /** The lower the better. */
  rank: number;
}

function byWord<Of extends Field>(words: Readonly<Record<Of, string>>): ReadonlyMap<string, Word<Of>> {
  const entries = Object.entries<string>(words) as [Of, string][];
  return new Map(entries.flatMap(([field, all]) => all.split('|').map((word, rank) => [headerKey(word), { field, rank }] as const)));
}

/** A header without case, spaces and punctuation: `E-Mail Address` and `email_address` are one. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export const userWordOf: ReadonlyMap<string, Word<UserField>> = byWord(userWords);
export const teamWordOf: ReadonlyMap<string, Word<TeamField>> = byWord(teamWords);

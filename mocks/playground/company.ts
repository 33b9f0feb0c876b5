import { fixedOktaId } from '../okta/ids.ts';
import type { OktaOrg } from '../okta/org.ts';
import type { App, Group, OrgState, Person, PushMapping } from '../okta/state.ts';
import { employees } from './people.ts';

const founded = '2024-03-04T09:12:00.000Z';
const connectedSlack = '2025-09-15T14:30:00.000Z';

/** Name and description of each group; who is in it stands with the people. `all spekit users` is a name that Spekit keeps for itself,
 *  `Revenue Operations` is the name of a team that Spekit has of its own, and so is `Enablement`, which is pushed all the same. */
const groupRows: [name: string, description: string][] = [
  ['Account Executives', 'Quota-carrying account executives, all regions'],
  ['Customer Success', 'Customer success managers and onboarding'],
  ['Enablement', 'Revenue enablement: trainers and content'],
  ['Engineering', 'Product engineering and design'],
  ['Marketing', 'Product, content and field marketing'],
  ['Okta Administrators', 'Administrators of this Okta org'],
  ['Revenue Operations', 'Forecasting, territories and tooling'],
  ['Sales - EMEA', 'Everyone who sells in Europe, the Middle East and Africa'],
  ['Sales Development', 'Sales development representatives'],
  ['Sales Leadership', 'Heads of the sales regions'],
  ['Solutions Engineering', 'Pre-sales solutions engineers'],
  ['Support', 'Customer support, all tiers'],
  ['all spekit users', 'Everyone with a Spekit seat (old naming scheme)'],
];

/** The groups pushed to Spekit; `Sales - EMEA` comes by the app's rule. */
export const pushedGroups = [
  'Account Executives',
  'Customer Success',
  'Enablement',
  'Sales - EMEA',
  'Sales Development',
  'Sales Leadership',
  'Solutions Engineering',
];

const withoutSeat = new Set(['Engineering', 'IT', 'Support']);
/** Ethan Brooks and Julia Novak are new: in their groups already, not yet assigned to Spekit. */
const notAssignedYet = new Set(['ethan.brooks@acme.example', 'julia.novak@acme.example']);

/** Who is assigned to Spekit in Okta. */
export const assignedEmails = employees
  .filter((one) => !withoutSeat.has(one.department) && !notAssignedYet.has(one.email))
  .map((one) => one.email);

/** Whom Spekit knew before Okta was connected, as the body of an invitation. Lucie Moreau has another address there than in Okta. */
export const spekitInvites = [
  { email: 'dana.whitfield@brightpath.example', givenName: 'Dana', familyName: 'Whitfield', via: 'direct' },
  { email: 'omar.siddiqui@brightpath.example', givenName: 'Omar', familyName: 'Siddiqui', via: 'direct' },
  { email: 'l.moreau@acme.example', givenName: 'Lucie', familyName: 'Moreau', via: 'salesforce' },
  { email: 'karin.vogel@acme-partners.example', givenName: 'Karin', familyName: 'Vogel', via: 'direct' },
] as const;

const open = { allTopics: true, speksWithoutTopic: true };

/** Teams that were made in Spekit; `members` are emails of the invited. */
export const spekitTeams = [
  { name: 'Content Champions', description: 'Writes and reviews Speks for every region', access: open, members: ['l.moreau@acme.example'] },
  {
    name: 'Enablement',
    description: 'The enablement crew before Okta was connected',
    access: open,
    members: ['dana.whitfield@brightpath.example', 'l.moreau@acme.example'],
  },
  {
    name: 'Partner Managers',
    description: 'External partners',
    access: { allTopics: false, speksWithoutTopic: false },
    members: ['dana.whitfield@brightpath.example', 'karin.vogel@acme-partners.example'],
  },
  { name: 'Revenue Operations', description: '', access: open, members: ['omar.siddiqui@brightpath.example'] },
];

const people: Person[] = employees.map(({ groups: _, ...profile }) => ({
  id: fixedOktaId('00u', profile.email),
  ...profile,
  status: 'Active',
  created: founded,
}));

const groups: Group[] = groupRows.map(([name, description]) => ({
  id: fixedOktaId('00g', name),
  name,
  description,
  memberIds: employees.filter((one) => one.groups.includes(name)).map((one) => fixedOktaId('00u', one.email)),
  created: founded,
  updated: founded,
}));

const plain = { renameAppGroups: true, toApp: { create: true, update: true, deactivate: true }, status: 'Active', flavour: 'put' } as const;

function spekit(): App {
  const rule = { id: fixedOktaId('gPr', 'Regions'), name: 'Sales regions', operator: 'STARTS_WITH', value: 'Sales - ' } as const;
  const id = fixedOktaId('0oa', 'Spekit');
  return { ...plain, id, name: 'acme_spekit_1', label: 'Spekit', connector: 'scim', assignments: [], mappings: [], rules: [rule] };
}

/** Another product's app, long connected: what stands on its pages has nothing to do with Spekit. */
function slack(): App {
  const mapping = (name: string): PushMapping => ({
    id: fixedOktaId('gPm', `Slack ${name}`),
    groupId: fixedOktaId('00g', name),
    appGroupName: name,
    scimId: fixedOktaId('S0', name),
    status: 'Active',
    pushing: false,
    memberships: true,
    action: 'Create Group',
    ruleId: null,
    sent: [],
    lastPush: connectedSlack,
    error: null,
    failedAt: null,
  });
  return {
    ...plain,
    id: fixedOktaId('0oa', 'Slack'),
    name: 'slack',
    label: 'Slack',
    connector: 'built-in',
    flavour: 'patch',
    assignments: people
      .filter((one) => one.title !== 'Former employee')
      .map((one) => ({ personId: one.id, scimId: fixedOktaId('U0', one.email), state: 'provisioned', error: null, at: connectedSlack })),
    mappings: ['Engineering', 'Support'].map(mapping),
    rules: [],
  };
}

/** The org before anything reached Spekit. Ids are the same each time. A copy: the org changes it. */
export function seedState(): OrgState {
  return structuredClone({ people, groups, apps: [spekit(), slack()], tasks: [] });
}

/** Spekit's app in the org. */
export function theApp(org: OktaOrg): App {
  return org.app(fixedOktaId('0oa', 'Spekit'));
}

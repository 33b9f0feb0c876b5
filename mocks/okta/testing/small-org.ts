import { OktaOrg } from '../org.ts';
import type { App, Flavour, OrgState, Person } from '../state.ts';

const at = '2026-01-05T08:00:00.000Z';

const person = (name: string): Person => ({
  id: `00u${name}`,
  firstName: name,
  lastName: 'Doe',
  email: `${name.toLowerCase()}@acme.example`,
  title: '',
  department: '',
  status: 'Active',
  created: at,
});

/** Ann, Ben and Cy, of whom Ann and Ben are in *Sales*; an empty group *Support*; one SCIM app without anybody. */
export function smallState(flavour: Flavour): OrgState {
  const app: App = {
    id: '0oaSpekit',
    name: 'acme_spekit_1',
    label: 'Spekit',
    status: 'Active',
    connector: 'scim',
    flavour,
    renameAppGroups: true,
    toApp: { create: true, update: true, deactivate: true },
    assignments: [],
    mappings: [],
    rules: [],
  };
  const group = { description: '', created: at, updated: at };
  return {
    people: ['Ann', 'Ben', 'Cy'].map(person),
    groups: [
      { ...group, id: '00gSales', name: 'Sales', memberIds: ['00uAnn', '00uBen'] },
      { ...group, id: '00gSupport', name: 'Support', memberIds: [] },
    ],
    apps: [app],
    tasks: [],
  };
}

/** That org in front of a SCIM app, without pauses. */
export function smallOrg(companionUrl: string, flavour: Flavour = 'put', scimToken = 'token'): OktaOrg {
  return new OktaOrg({ companionUrl, scimToken, delayMs: 0, state: smallState(flavour) });
}

export const appId = '0oaSpekit';

/** The one app of the small org. */
export const appOf = (org: OktaOrg): App => org.app(appId);

/** The push mapping of a group. Throws where the group is not pushed. */
export function mappingOf(org: OktaOrg, groupId: string) {
  const mapping = appOf(org).mappings.find((one) => one.groupId === groupId);
  if (mapping === undefined) throw new Error(`${groupId} is not pushed.`);
  return mapping;
}

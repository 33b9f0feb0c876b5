import type { OktaOrg } from '../org.ts';
import { ScimFailure } from '../scim/failures.ts';
import { type App, sends } from '../state.ts';

export type AppChange = Partial<Pick<App, 'renameAppGroups' | 'flavour' | 'status' | 'provisioning' | 'toApp' | 'label'>>;

/** Changes an app's settings. What waited while the app was inactive is pushed once it is active again. */
export function changeApp(org: OktaOrg, appId: string, change: AppChange): void {
  const app = org.app(appId);
  const slept = !sends(app);
  Object.assign(app, change);
  if (slept && sends(app)) {
    for (const assignment of app.assignments) {
      if (assignment.state === 'provisioning') org.userPush.assign(app, assignment, org.person(assignment.personId));
    }
    for (const mapping of app.mappings) if (mapping.pushing) org.groupPush.push(app, mapping, 'update');
  }
  org.changed();
}

/** *Test Connector Configuration*: one probe, and the words that Okta shows of its outcome. */
export async function testConnector(org: OktaOrg): Promise<{ ok: boolean; text: string }> {
  try {
    await org.client.send('GET', '/Users?startIndex=1&count=2', 'Error authenticating');
    return { ok: true, text: 'Connector configured successfully' };
  } catch (error) {
    if (error instanceof ScimFailure) return { ok: false, text: error.message };
    throw error;
  }
}

/** *Refresh App Groups*: reads the groups that the app has. What they would be linked to is not played. */
export async function refreshAppGroups(org: OktaOrg, appId: string): Promise<void> {
  const app = org.app(appId);
  if (app.connector === 'scim' && sends(app)) await org.client.send('GET', '/Groups?startIndex=1&count=100', 'Error importing groups');
}

export function dismissTask(org: OktaOrg, taskId: string): void {
  org.state.tasks = org.state.tasks.filter((task) => task.id !== taskId);
  org.changed();
}

import type { TeamFacts, UserFacts } from '../contract/subjects.ts';
import { foldName } from '../ownership/reserved.ts';
import { paths } from './okta/paths.ts';

/** A page where an act belongs. Its words stand in `locales/en.json` under the same code. */
export type LinkTarget =
  | 'okta.user'
  | 'okta.group'
  | 'okta.push-groups'
  | 'okta.assignments'
  | 'spekit.manage-teams'
  | 'spekit.manage-users';

/** What is known of the two apps, for addresses in them. Okta group ids are kept by folded name. */
export interface Places {
  oktaHost: string | null;
  oktaAppName: string | null;
  oktaAppInstanceId: string | null;
  oktaGroups: Readonly<Record<string, string>>;
  /** Where the page of the act is: a link stays in the playground that it was made in. */
  here: Pick<Location, 'host' | 'protocol'>;
}

/** As much of a subject as leads to it. */
export type Linked = Pick<UserFacts, 'kind' | 'externalId'> | Pick<TeamFacts, 'kind'>;

/** The address of the page where an act belongs: that very user or group where its id is known, else the nearest page that leads there.
 *  Null where not even the app's address is known. Spekit's settings have no public addresses, so its links open Spekit. */
export function linkTo(target: LinkTarget, subject: Linked | null, name: string | undefined, places: Places): string | null {
  if (target.startsWith('spekit')) return `https://${spekitHost(places.here.host)}/`;
  const { oktaHost, oktaAppName: appName, oktaAppInstanceId: instanceId } = places;
  if (!oktaHost) return null;
  const okta = `https://${oktaHost}`;
  const app = appName && instanceId ? okta + fill(paths.app, { appName, instanceId }) : null;
  if (target === 'okta.user' && subject?.kind === 'user' && subject.externalId)
    return okta + fill(paths.person, { externalId: subject.externalId });
  if (target === 'okta.user') return `${okta}${paths.people}`;
  const groupId = places.oktaGroups[foldName(name ?? '')];
  if (target === 'okta.group' && groupId) return okta + fill(paths.group, { groupId });
  if (target === 'okta.assignments') return app ? `${app}/${paths.assignmentsTab}` : null;
  return app ? `${app}/${paths.pushTab}` : `${okta}${paths.groups}`;
}

function spekitHost(here: string): string {
  if (here.startsWith('app.spekit.')) return here;
  const local = /\.localhost(:\d+)?$/.exec(here);
  return local ? `app.spekit.localhost${local[1] ?? ''}` : 'app.spekit.co';
}

function fill(template: string, places: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, place: string) => encodeURIComponent(places[place] ?? ''));
}

import type { StatusAnswer } from '../contract/api.ts';
import type { KnownAccount, SessionStart } from '../messages/map.ts';
import type { Asker } from '../messages/sender.ts';
import type { Knowledge } from '../stores/knowledge.ts';
import { appOf, okta } from '../stores/okta.ts';
import { hideable } from '../stores/settings-schema.ts';
import { shown } from '../stores/shown.ts';
import { consoleOf, settingsFor } from './asked-by.ts';
import { currentKnowledge, refresh } from './freshness.ts';
import { matchForMarks } from './staging.ts';

/** Older than this, what is known is refreshed for the page's next question, in ms. */
const oldAfter = 15_000;

/** What a content script needs to begin: from the stores, so that a page never waits for a companion that has answered before. */
export async function startSession(app: 'okta' | 'spekit', asker: Asker): Promise<SessionStart> {
  const oktaHost = consoleOf(asker);
  const [known, seen, set, pages] = await Promise.all([knowledgeForStart(oktaHost), okta.read(), settingsFor(asker), shown.read()]);
  matchForMarks(known.status?.account ?? null, asker);
  const recognised = appOf(seen, set);
  // On a console of Okta's, links and groups are that console's own.
  const host = app === 'okta' && oktaHost !== undefined ? oktaHost : recognised.host;
  // Until the Spekit app is seen, the console that was open last is the best place to send somebody to.
  // A page's session begins, whether or not that can be kept.
  if (host !== null && seen.appName === null && seen.host !== host)
    await okta.write((newest) => ({ ...newest, host })).catch(() => undefined);
  const oktaAppInstanceId = recognised.instanceId;
  const ofApp = pages.apps[oktaAppInstanceId ?? ''];
  const hides = hideable.filter((part) => !set[`${app}${capital(part)}`]);
  return {
    account: accountOf(known.status),
    reach: known.reach,
    seq: known.status?.seq ?? 0,
    oktaAppInstanceId,
    oktaHost: host,
    oktaAppName: recognised.host === host ? recognised.appName : null,
    oktaGroups: host === null ? {} : (seen.groups[host] ?? {}),
    settings: ofApp?.settings ?? {},
    assigned: ofApp?.assigned ?? {},
    members: host === null ? {} : (pages.members[host] ?? {}),
    ...(hides.length > 0 && { hides }),
  };
}

/** What a page is told of the account. */
export function accountOf(status: StatusAnswer | null): KnownAccount | null {
  return status && { ...status.account, syncedAt: status.lastSync?.at ?? null };
}

function capital<Text extends string>(text: Text): Capitalize<Text> {
  return (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<Text>;
}

async function knowledgeForStart(oktaHost: string | undefined): Promise<Knowledge> {
  const known = await currentKnowledge(oktaHost);
  // Never asked since it was set up, or lost: there is nothing to begin with, and a page that waits for it asks just this.
  if (known.askedAt === null || known.reach !== 'ok') return refresh(oktaHost);
  if (Date.now() - known.askedAt > oldAfter) refresh(oktaHost).catch(() => undefined);
  return known;
}

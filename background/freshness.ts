import { type Knowledge, knowledge, nothingKnown } from '../stores/knowledge.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { unkept } from '../stores/unkept.ts';
import { askStatus, type Connection } from './companion.ts';
import { fingerprint } from './fingerprint.ts';
import { hurry, keep, keptOf, turn } from './kept-knowledge.ts';

/** The companion is asked for its status at most once in this time over all pages, in ms. */
const atMostEvery = 1_500;
/** How long an act makes pages look more often, in ms. */
const hurryFor = 60_000;

/** What is under way, by console. If the worker dies meanwhile, the next one simply asks again. */
const asking = new Map<string | undefined, Promise<Knowledge>>();

/** What is known of the companion that is set (for a console of Okta's, or of the one in use), asked anew where the last answer is older than
 *  `atMostEvery`. One request at a time. */
export function refresh(oktaHost?: string): Promise<Knowledge> {
  const underWay = asking.get(oktaHost);
  if (underWay) return underWay;
  const begun = askAnew(oktaHost).finally(() => asking.delete(oktaHost));
  asking.set(oktaHost, begun);
  return begun;
}

/** As `refresh`, after an answer that is under way: it may be one to the settings as they were. */
export async function refreshAfterChange(): Promise<Knowledge> {
  await Promise.allSettled(asking.values());
  await turn();
  return refresh();
}

/** What is known of the companion that is set, without asking it. What was learned of another one does not count. */
export async function currentKnowledge(oktaHost?: string): Promise<Knowledge> {
  const about = await fingerprint(await effectiveSettings(oktaHost));
  return about === '' ? nothingKnown : keptOf(about);
}

/** An act went through: pages look more often for a minute. */
export async function hurryUp(oktaHost?: string): Promise<void> {
  await hurry(await fingerprint(await effectiveSettings(oktaHost)), Date.now() + hurryFor);
}

async function askAnew(oktaHost?: string): Promise<Knowledge> {
  const connection = await effectiveSettings(oktaHost);
  const about = await fingerprint(connection);
  if (about === '') return forgetWhatWas(oktaHost);
  const known = await keptOf(about);
  const askedAt = Date.now();
  if (known.askedAt !== null && askedAt - known.askedAt >= 0 && askedAt - known.askedAt < atMostEvery) return known;
  const learned = { ...known, askedAt, ...(await learn(connection, known)) };
  // Where it cannot be kept (the storage is full, say), what was learned is true all the same.
  await keep(learned).then(
    () => tellKept(true),
    () => tellKept(false),
  );
  return learned;
}

/** The popup says it while nothing can be kept. */
async function tellKept(kept: boolean): Promise<void> {
  if ((await unkept.read()).refused === kept) await unkept.write(() => ({ refused: !kept }));
}

/** No companion is set: of the one in use nothing is known any more. */
async function forgetWhatWas(oktaHost?: string): Promise<Knowledge> {
  if (oktaHost === undefined && (await knowledge.read()).about !== '')
    await knowledge.write(({ hurryUntil }) => ({ ...nothingKnown, hurryUntil })).catch(() => undefined);
  return nothingKnown;
}

async function learn(connection: Connection, known: Knowledge): Promise<Partial<Knowledge>> {
  const answer = await askStatus(connection, known.status && known.etag);
  if (answer.reach !== 'ok') return { reach: answer.reach };
  const answered = { reach: answer.reach, answeredAt: Date.now() };
  return answer.body === null ? answered : { ...answered, status: answer.body, etag: answer.etag };
}

import { type Knowledge, knowledge, nothingKnown } from '../stores/knowledge.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { unkept } from '../stores/unkept.ts';
import { askStatus, type Connection } from './companion.ts';
import { fingerprint } from './fingerprint.ts';

/** The companion is asked for its status at most once in this time over all pages, in ms. */
const atMostEvery = 1_500;
/** How long an act makes pages look more often, in ms. */
const hurry = 60_000;

/** What is under way. If the worker dies meanwhile, the next one simply asks again. */
let asking: Promise<Knowledge> | undefined;

/** What is known of the companion that is set, asked anew where the last answer is older than `atMostEvery`. One request at a time. */
export function refresh(): Promise<Knowledge> {
  asking ??= askAnew().finally(() => {
    asking = undefined;
  });
  return asking;
}

/** As `refresh`, after an answer that is under way: it may be one to the settings as they were. */
export async function refreshAfterChange(): Promise<Knowledge> {
  await asking?.catch(() => undefined);
  return refresh();
}

/** What is known of the companion that is set, without asking it. What was learned of another one does not count. */
export async function currentKnowledge(): Promise<Knowledge> {
  const [known, about] = await Promise.all([knowledge.read(), effectiveSettings().then(fingerprint)]);
  return known.about === about ? known : nothingKnown;
}

/** An act went through: pages look more often for a minute. */
export async function hurryUp(): Promise<void> {
  await knowledge.write((old) => ({ ...old, hurryUntil: Date.now() + hurry }));
}

async function askAnew(): Promise<Knowledge> {
  const connection = await effectiveSettings();
  const about = await fingerprint(connection);
  const stored = await knowledge.read();
  const known = stored.about === about ? stored : { ...nothingKnown, about };
  const askedAt = Date.now();
  if (known.askedAt !== null && askedAt - known.askedAt >= 0 && askedAt - known.askedAt < atMostEvery) return known;
  const learned = about === '' ? known : { ...known, askedAt, ...(await learn(connection, known)) };
  if (about === '' && stored.about === '') return known;
  // Where it cannot be kept (the storage is full, say), what was learned is true all the same.
  await keep(learned).then(
    () => tellKept(true),
    () => tellKept(false),
  );
  return learned;
}

function keep(learned: Knowledge): Promise<void> {
  return knowledge.write(({ hurryUntil }) => ({ ...learned, hurryUntil }));
}

/** The popup says it while nothing can be kept. */
async function tellKept(kept: boolean): Promise<void> {
  if ((await unkept.read()).refused === kept) await unkept.write(() => ({ refused: !kept }));
}

async function learn(connection: Connection, known: Knowledge): Promise<Partial<Knowledge>> {
  const answer = await askStatus(connection, known.status && known.etag);
  if (answer.reach !== 'ok') return { reach: answer.reach };
  const answered = { reach: answer.reach, answeredAt: Date.now() };
  return answer.body === null ? answered : { ...answered, status: answer.body, etag: answer.etag };
}

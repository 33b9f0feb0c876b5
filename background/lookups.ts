import { lookupAnswer } from '../contract/api.ts';
import type { Reach } from '../contract/reach.ts';
import type { SubjectAnswer, SubjectQuery } from '../contract/subjects.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { ask, type Connection } from './companion.ts';

export interface Found {
  reach: Reach;
  seq: number;
  /** In the order of the subjects asked for; empty where `reach` is not `ok`. */
  answers: SubjectAnswer[];
}

/** Subjects of one request (`contract/`: at most 500). */
const atMost = 500;
/** How long the first of several askers waits for the others, in ms. */
const gather = 4;
/** An admin waits for a look-up: ms. */
const timeout = 2_000;

interface Waiting {
  /** The console of Okta's that asks; its profile is asked. */
  oktaHost: string | undefined;
  subjects: readonly SubjectQuery[];
  resolve(found: Found): void;
  reject(error: unknown): void;
}

let waiting: Waiting[] = [];

/** Looks subjects up. What several tabs ask in the same moment goes to the companion as one request, and each subject once. */
export function lookUp(subjects: readonly SubjectQuery[], oktaHost?: string): Promise<Found> {
  return new Promise((resolve, reject) => {
    waiting.push({ subjects, oktaHost, resolve, reject });
    if (waiting.length === 1) setTimeout(() => void askForAll(), gather);
  });
}

async function askForAll(): Promise<void> {
  const all = waiting;
  waiting = [];
  const connections = await Promise.allSettled(all.map(({ oktaHost }) => effectiveSettings(oktaHost)));
  const byCompanion = Map.groupBy(all.entries(), ([index]) => {
    const one = connections[index];
    return one?.status === 'fulfilled' ? `${one.value.companionUrl}\n${one.value.token}` : null;
  });
  for (const asked of byCompanion.values()) {
    const first = connections[asked[0]?.[0] ?? 0];
    const askers = asked.map(([, asker]) => asker);
    if (first?.status === 'fulfilled') void askFor(askers, first.value);
    else for (const asker of askers) asker.reject(first?.reason);
  }
}

async function askFor(askers: readonly Waiting[], connection: Connection): Promise<void> {
  try {
    const distinct = new Map<string, SubjectQuery>();
    for (const subject of askers.flatMap((asker) => asker.subjects)) {
      const what = whatIsAsked(subject);
      if (!distinct.has(what)) distinct.set(what, { ...subject, key: String(distinct.size) });
    }
    const found = await askInParts(connection, [...distinct.values()]);
    const answers = new Map([...distinct.keys()].map((what, index) => [what, found.answers[index]]));
    for (const asker of askers) {
      const own = asker.subjects.flatMap((subject) => {
        const answer = answers.get(whatIsAsked(subject));
        return answer ? [{ ...answer, key: subject.key }] : [];
      });
      asker.resolve({ ...found, answers: own });
    }
  } catch (error) {
    for (const asker of askers) asker.reject(error);
  }
}

/** All at once: a page asks for two parts at most at a time. All or nothing; `seq` is the oldest state among the parts. */
async function askInParts(connection: Connection, subjects: SubjectQuery[]): Promise<Found> {
  const parts = Array.from({ length: Math.ceil(subjects.length / atMost) }, (_, index) =>
    subjects.slice(index * atMost, (index + 1) * atMost),
  );
  const asked = parts.map(async (part) => ({
    part,
    answer: await ask(connection, { method: 'POST', path: '/lookup', body: { subjects: part }, answer: lookupAnswer, timeout }),
  }));
  const found: Found = { reach: 'ok', seq: Number.POSITIVE_INFINITY, answers: [] };
  for (const { part, answer } of await Promise.all(asked)) {
    if (answer.reach !== 'ok') return { reach: answer.reach, seq: 0, answers: [] };
    if (answer.body === null || !isInOrder(answer.body.answers, part)) return { reach: 'failing', seq: 0, answers: [] };
    found.seq = Math.min(found.seq, answer.body.seq);
    found.answers.push(...answer.body.answers);
  }
  return found;
}

function isInOrder(answers: SubjectAnswer[], asked: SubjectQuery[]): boolean {
  return answers.length === asked.length && answers.every((answer, index) => answer.key === asked[index]?.key);
}

/** The question without its key, which is the asker's own. */
function whatIsAsked({ kind, id, externalId, email, name }: SubjectQuery): string {
  return JSON.stringify([kind, id, externalId, email, name]);
}

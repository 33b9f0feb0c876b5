import type { SubjectAnswer, SubjectFacts, SubjectQuery } from '../contract/subjects.ts';
import { foldName } from '../ownership/reserved.ts';
import type { Ask } from './send.ts';

/** The most subjects of one look-up (`contract/api.ts`). */
const batch = 500;

/** What the session knows of the subjects on its page. */
export interface Knowledge {
  /** The answer about a subject, told by several possible names: the first that is known. Undefined: not asked or not answered yet. */
  about(queries: readonly SubjectQuery[]): SubjectAnswer | undefined;
  /** Looks up what is neither known nor asked yet, all of a frame in one batch; `first`: before all else that waits. */
  want(queries: readonly SubjectQuery[], first?: boolean): void;
  /** Looks up now; resolves when answered, or after `patience` ms. */
  now(queries: readonly SubjectQuery[], patience: number): Promise<void>;
  /** Something changed: asks again about everything known; what is known stays until it is answered. */
  renew(): void;
  forget(): void;
}

/** `heard` is told of each answer: whether the companion was reached, and at which sequence number; and of a long list, which is answered in
 *  parts, the keys of what was answered: nothing else is another than before. */
export function createKnowledge(ask: Ask, heard: (ok: boolean, seq: number, part: ReadonlySet<string> | null) => void): Knowledge {
  let answers = new Map<string, SubjectAnswer>();
  let queue = new Map<string, SubjectQuery>();
  /** Asked, and not answered yet. */
  let asked = new Set<string>();
  /** How many parts are under way. */
  let busy = 0;

  const askFor = async (part: readonly SubjectQuery[], ofMore = false) => {
    const [into, open] = [answers, asked];
    for (const { key } of part) open.add(key);
    const answer = await ask('subjects.lookup', { subjects: [...part] });
    for (const { key } of part) open.delete(key);
    if (into !== answers) return;
    const ok = answer?.reach === 'ok';
    for (const [index, query] of ok ? part.entries() : []) {
      const found = answer?.answers[index];
      if (found) answers.set(query.key, found);
    }
    heard(ok, answer?.seq ?? 0, ok && ofMore ? new Set(part.map(({ key }) => key)) : null);
  };
  /** Two parts at a time, each of what waits when its turn comes: a page of thousands does not crowd the companion, and what two parts hold
   *  is there in one frame. */
  const askForAll = async () => {
    const ofMore = busy > 1 || queue.size > batch;
    while (queue.size > 0) {
      const part = [...queue.values()].slice(0, batch);
      for (const { key } of part) queue.delete(key);
      if (queue.size > 0) start();
      await askFor(part, ofMore);
    }
    busy -= 1;
  };
  const start = () => {
    if (queue.size === 0 || busy > 1) return;
    busy += 1;
    setTimeout(askForAll);
  };

  return {
    about(queries) {
      const known = queries.map((query) => answers.get(query.key));
      return (
        known.find((answer) => answer && answer.matches.length > 0) ??
        (known.includes(undefined) ? undefined : (known.find((answer) => answer?.refusal) ?? known[0]))
      );
    },
    want(queries, first = false) {
      const waits = first ? new Map<string, SubjectQuery>() : queue;
      for (const query of queries) if (!answers.has(query.key) && !asked.has(query.key)) waits.set(query.key, query);
      if (first) queue = new Map([...waits, ...queue]);
      start();
    },
    async now(queries, patience) {
      await Promise.race([askFor(queries), new Promise((resolve) => setTimeout(resolve, patience))]);
    },
    renew() {
      for (const [key] of answers) queue.set(key, queryOf(key));
      start();
    },
    forget() {
      answers = new Map();
      asked = new Set();
      queue.clear();
    },
  };
}

type By = 'externalId' | 'email' | 'name' | 'id';

/** A query whose key says all of it, so that the answer is kept under what was asked. */
export function queryFor(kind: 'user' | 'team', by: By, value: string): SubjectQuery {
  const told = (by === 'name' ? foldName(value) : by === 'email' ? value.toLowerCase() : value).slice(0, 280);
  return { key: `${kind} ${by} ${told}`, kind, [by]: told };
}

function queryOf(key: string): SubjectQuery {
  const [kind, by = 'name', ...value] = key.split(' ');
  return { key, kind: kind as 'user' | 'team', [by]: value.join(' ') };
}

/** The one of an answer's matches that the page means, or null where it shows too little. `prefer`: Okta's pages mean Okta's.
 *  `row` tells two teams of one name apart: by an id in its markup, or by whether it has the owner's icon where its neighbours do. */
export function pick(
  answer: SubjectAnswer | undefined,
  prefer: 'idp' | null,
  row: { markup: string; icon: boolean | null } | null,
): SubjectFacts | null {
  const matches = answer?.matches ?? [];
  const preferred = prefer ? matches.filter((match) => match.owner === prefer) : [];
  const left = preferred.length > 0 ? preferred : matches;
  const [first = null] = left;
  if (left.length < 2 || left.every((match) => match.kind === 'team' && match.owner === first?.owner)) return first;
  const byId = left.filter((match) => row?.markup.includes(match.id));
  const byIcon = row?.icon == null ? [] : left.filter((match) => (match.owner === 'idp') === row.icon);
  return [byId, byIcon].find((some) => some.length === 1)?.[0] ?? null;
}

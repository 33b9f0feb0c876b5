import type { SubjectAnswer, SubjectQuery } from '../contract/subjects.ts';
import type { Wait, WaitedAct } from '../messages/card.ts';
import { dialogs } from '../overlay/box.ts';
import { nameOf } from '../overlay/name.ts';
import { fits, own, rows } from '../overlay/text.ts';
import type { Action } from '../ownership/actions.ts';
import type { PageAct } from './act.ts';
import { type Knowledge, queryFor } from './knowledge.ts';
import type { Subject } from './scan.ts';

/** Guide: "Typically between 10–15 seconds". Who waits for longer than `patience` is told why that may be; after `forgets` nothing
 *  is waited for any more. `asks`: how often is looked meanwhile, whether or not the log says that something happened: what Okta sends without changing
 *  anything is no change. `glad`: how long is said that it was seen. All in ms. */
const patience = 60_000;
const forgets = 600_000;
const asks = 2_000;
const glad = 4_000;
/** The same act within so many ms is one: a key press and the click that comes of it. */
const once = 1_500;

const waited: Partial<Record<Action, WaitedAct>> = {
  'okta.group.push': 'push',
  'okta.group.resume': 'push',
  'okta.group.rename': 'rename',
  'okta.group.add-member': 'members',
  'okta.group.remove-member': 'members',
  'okta.user.assign': 'assign',
  'okta.user.unassign': 'deactivate',
  'okta.user.deactivate': 'deactivate',
};

/** What an act went through for, until the companion has seen it come. */
interface Entry {
  act: WaitedAct;
  since: number;
  /** Whose marks say it. */
  keys: ReadonlySet<string>;
  /** What is looked up to see it. */
  queries: readonly SubjectQuery[];
  before: Seen;
  seenAt: number | null;
}

/** What a look-up said before the act, as far as its effect shows by it. */
interface Seen {
  synced: string;
  refused: string;
  idp: boolean;
}

export interface Waiting {
  /** An act went through. */
  began(act: PageAct, page: string | undefined): void;
  /** What the mark of a subject waits for; null: nothing. */
  of(subject: Subject, page: string | undefined): Wait | null;
}

/** Remembers what an admin just did in Okta, and looks whether it has reached Spekit. `on`: the subjects of the page. */
export function createWaiting(knowledge: Knowledge, on: () => Iterable<Subject>, signal: AbortSignal): Waiting {
  let entries: Entry[] = [];
  /** Whom an assignment made is not told: it is who comes to the page after it. */
  let arrivals: { since: number; page: string | undefined; known: ReadonlySet<string> } | null = null;
  let clock = 0;
  signal.addEventListener('abort', () => clearInterval(clock));

  const add = (act: WaitedAct, queries: readonly SubjectQuery[], others: readonly SubjectQuery[], since: number): Entry => {
    const keys = new Set([...queries, ...others].map(({ key }) => key));
    const entry: Entry = { act, since, keys, queries, before: seen(knowledge.about(queries)), seenAt: null };
    entries = [entry, ...entries.filter((other) => ![...other.keys].some((key) => keys.has(key)))];
    clearInterval(clock);
    clock = window.setInterval(look, asks);
    return entry;
  };
  const look = () => {
    const now = Date.now();
    entries = entries.filter(({ since, seenAt }) => now - since < forgets && (seenAt === null || now - seenAt < glad));
    const open = entries.filter(({ seenAt, since }) => seenAt === null && now - since < patience + asks);
    if (entries.length === 0) clearInterval(clock);
    if (open.length > 0 && !document.hidden)
      void knowledge.now(
        open.flatMap(({ queries }) => queries),
        asks,
      );
  };
  const arrived = (subject: Subject, page: string | undefined): Entry | null => {
    if (!arrivals || Date.now() - arrivals.since > patience || arrivals.page !== page || subject.kind !== 'user') return null;
    if (!subject.list || subject.queries.some(({ key }) => arrivals?.known.has(key))) return null;
    // Who is active in Spekit already was assigned before, and has only come into view.
    return isActive(knowledge.about(subject.queries)) ? null : add('assign', subject.queries, [], arrivals.since);
  };

  return {
    began(act, page) {
      const what = waited[act.declared.action];
      if (!what || opensList(act)) return;
      const now = Date.now();
      // *Provision User* stands in the person's own row.
      if (what === 'assign' && act.subjects.length === 0) {
        const known = new Set([...on()].flatMap(({ queries }) => queries.map(({ key }) => key)));
        if (!arrivals || now - arrivals.since > once) arrivals = { since: now, page, known };
        return;
      }
      for (const { kind, queries } of act.subjects) {
        if (entries.some(({ since, keys }) => now - since < once && queries.some(({ key }) => keys.has(key)))) continue;
        const renamed = act.newName === undefined ? [] : [queryFor(kind, 'name', act.newName)];
        add(what, renamed.length > 0 ? renamed : queries, queries, now);
      }
    },
    of(subject, page) {
      // Okta itself shows beside it that it failed, and why.
      if ((entries.length > 0 || arrivals) && showsError(subject.element)) return null;
      const entry = entries.find(({ keys }) => subject.queries.some(({ key }) => keys.has(key))) ?? arrived(subject, page);
      if (!entry) return null;
      const { act, since, queries, before } = entry;
      const now = Date.now();
      const answer = knowledge.about(queries);
      const gone = () => {
        entries = entries.filter((other) => other !== entry);
        return null;
      };
      const after = seen(answer);
      // What was refused its mark says anyhow, in the words that Okta got.
      if (now - since > forgets || (after.refused !== before.refused && after.refused !== '')) return gone();
      if (answer && hasCome(act, before, answer)) entry.seenAt ??= now;
      if (entry.seenAt !== null) return now - entry.seenAt > glad ? gone() : { state: 'done', act, since };
      return { state: now - since > patience ? 'unseen' : 'waiting', act, since };
    },
  };
}

const signs = 'img,svg,button,[role=img],[role=button],[title],[aria-label]';

function showsError(element: Element): boolean {
  const row = element.closest(rows);
  if (!row) return false;
  return [...row.querySelectorAll(signs)].some((sign) => !sign.closest(`[${own}]`) && fits('!|(push )?(error|failed)\\b.*', nameOf(sign)));
}

/** A button for several people opens the list to choose from, outside of a dialog; nothing is done yet. */
function opensList({ control, declared }: PageAct): boolean {
  if (control.matches('[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded]')) return true;
  return (
    declared.action === 'okta.group.add-member' &&
    !declared.suggestedFor &&
    !control.closest(dialogs) &&
    /\b(people|members|users)\b/i.test(nameOf(control))
  );
}

function seen(answer: SubjectAnswer | undefined): Seen {
  const idp = answer?.matches.filter(({ owner }) => owner === 'idp') ?? [];
  const syncs = answer?.matches.map(({ sync }) => sync) ?? [];
  return {
    synced: latest(idp.map(({ sync }) => sync.lastSyncedAt)),
    refused: latest([answer?.refusal?.at, ...syncs.map(({ refusal }) => refusal?.at)]),
    idp: idp.length > 0,
  };
}

/** Instants of one form are in order as texts are. */
function latest(instants: readonly (string | null | undefined)[]): string {
  return instants.reduce<string>((last, one) => (one && one > last ? one : last), '');
}

function hasCome(act: WaitedAct, before: Seen, answer: SubjectAnswer): boolean {
  const now = seen(answer);
  if (act === 'deactivate') return answer.matches.length > 0 && !isActive(answer);
  if (act === 'assign') return isActive(answer);
  if (act === 'rename') return now.idp;
  return now.idp && (!before.idp || now.synced > before.synced);
}

function isActive(answer: SubjectAnswer | undefined): boolean {
  return answer?.matches.some((match) => match.kind === 'user' && match.active && match.owner === 'idp') ?? false;
}

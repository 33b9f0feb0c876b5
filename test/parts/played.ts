import type { Ask } from '../../content/send.ts';
import type { Change } from '../../contract/changes.ts';
import type { SubjectAnswer, SubjectQuery, TeamFacts, UserFacts } from '../../contract/subjects.ts';
import type { WhyAnswer } from '../../contract/why.ts';
import type { DialogAnswer, OpenDialog } from '../../messages/dialog.ts';
import type { KnownAccount } from '../../messages/map.ts';

/** The companion as the page's session sees it, played in the page itself. A test changes it there with `change`. */
export interface PlayedCompanion {
  reach: 'ok' | 'unreachable';
  seq: number;
  oktaAppInstanceId: string | null;
  facts: (TeamFacts | UserFacts)[];
  refused: string[];
  /** Look-ups never end. */
  hangs: boolean;
  /** How long a look-up takes, in ms. */
  takes: number;
  account: KnownAccount;
  /** What is switched off in the settings. */
  hides?: ('marks' | 'strips' | 'notices')[];
  /** The change log, as far as a test wants one. */
  changes: Change[];
  /** Why somebody is not in a team. */
  why: WhyAnswer | null;
  /** A side panel follows the page. */
  followed: boolean;
}

/** What happened in the page, in order. */
export interface Told {
  messages: { name: string; request: unknown }[];
  dialogs: { action: string; verdict: string; reason: string; name?: string; all?: string[]; href?: string; within: boolean }[];
}

/** Runs in the host page of a test: the worker and the dialog, played. */
const played = Reflect.get(globalThis, 'played') as PlayedCompanion;
const told: Told = { messages: [], dialogs: [] };
Reflect.set(globalThis, 'told', told);

const fold = (text: string) => text.trim().toLowerCase();

function answer(query: SubjectQuery): SubjectAnswer {
  const { key, kind, name, email, externalId } = query;
  const matches = played.facts.filter((facts) => {
    if (facts.kind !== kind) return false;
    if (facts.kind === 'team') return fold(facts.name) === fold(name ?? '');
    if (externalId) return facts.externalId === externalId;
    return email ? fold(facts.email ?? '') === fold(email) : fold(facts.displayName) === fold(name ?? '');
  });
  const refused = played.refused.some((one) => fold(one) === fold(name ?? ''));
  return {
    key,
    matches,
    refusal: refused ? { at: new Date().toISOString(), reason: 'group-push-reserved', detail: 'That name is reserved' } : null,
  };
}

export const playedAsk: Ask = async (name, request) => {
  told.messages.push({ name, request });
  const { reach, seq, account } = played;
  const replies: Record<string, () => unknown> = {
    'session.start': () => ({
      reach,
      seq,
      account: reach === 'ok' ? account : null,
      oktaAppInstanceId: played.oktaAppInstanceId,
      oktaHost: 'acme-admin.okta.com',
      oktaAppName: 'acme_spekit_1',
      oktaGroups: {},
      settings: {},
      assigned: {},
      members: {},
      hides: played.hides,
    }),
    'freshness.ask': () => ({ reach, seq, account, changed: seq !== (request as { after: number }).after }),
    'changes.of': () => ({
      reach,
      change: played.changes.findLast(({ subject }) => subject.id === (request as { id: string }).id) ?? null,
      followed: played.followed,
    }),
    'subjects.why': () => ({ reach, why: reach === 'ok' ? played.why : null }),
    'subjects.lookup': async () => {
      if (played.takes > 0) await new Promise((resolve) => setTimeout(resolve, played.takes));
      return played.hangs
        ? new Promise(() => {})
        : { reach, seq, answers: reach === 'ok' ? (request as { subjects: SubjectQuery[] }).subjects.map(answer) : [] };
    },
  };
  return (replies[name]?.() ?? null) as never;
};

export const playedDialog: OpenDialog = ({ action, decision, facts, link, within, signal }) => {
  const { verdict, reason } = decision;
  told.dialogs.push({
    action,
    verdict,
    reason,
    ...(facts.name && { name: facts.name }),
    ...(facts.all && { all: facts.all.map(({ name }) => name) }),
    ...(link && { href: link.href }),
    within: within !== null,
  });
  const box = document.createElement('div');
  box.setAttribute('data-sourcemark', 'dialog');
  box.setAttribute('role', 'dialog');
  box.style.cssText = 'position:fixed;top:40%;left:40%;z-index:99;background:#fff';
  const { promise, resolve } = Promise.withResolvers<DialogAnswer>();
  const buttons: [string, DialogAnswer][] =
    verdict === 'block'
      ? [['Close', 'back']]
      : [
          ['Go back', 'back'],
          ['Continue', 'continue'],
        ];
  const done = (answer: DialogAnswer) => {
    box.remove();
    resolve(answer);
  };
  for (const [name, answer] of buttons) {
    const button = document.createElement('button');
    button.textContent = name;
    button.onclick = () => done(answer);
    box.append(button);
  }
  (within ?? document.body).append(box);
  signal.addEventListener('abort', () => done('back'));
  return promise;
};

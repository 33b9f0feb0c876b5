// messages/ is the one typed map of what our contexts say to each other.
// What may enter: message types, sending, and the check of the sender. No state and no I/O but the messaging itself.
// A new message: a line here and its handler in `background/handlers.ts` (a missing handler is a type error).
import type { StatusAnswer } from '../contract/api.ts';
import type { Change } from '../contract/changes.ts';
import type { ExchangeAnswer } from '../contract/exchange.ts';
import type { HistoryAnswer, HistoryFilter } from '../contract/history.ts';
import type { PageDeclaration } from '../contract/page-declaration.ts';
import type { Reach } from '../contract/reach.ts';
import type { SubjectAnswer, SubjectFacts, SubjectQuery } from '../contract/subjects.ts';
import type { TokenRole } from '../contract/tokens.ts';
import type { WhyAnswer, WhyQuery } from '../contract/why.ts';
import type { Packaged } from '../locales/source.packaged.ts';
import type { Account, OktaSetting } from '../ownership/actions.ts';
import type { MappingMessages } from './mapping.ts';

export type { Reach };

/** What a content script needs to begin a session on a page. */
/** The account as the companion last told of it. */
export interface KnownAccount extends Account {
  /** When Okta last sent it anything about a user or a team, as an instant; null: never. */
  syncedAt?: string | null;
}

export interface SessionStart {
  account: KnownAccount | null;
  reach: Reach;
  /** Newest sequence number known. */
  seq: number;
  /** The Okta app instance (`0oa…`) that is Spekit's, as set or learned; null: any app's page is left alone but recognised. */
  oktaAppInstanceId: string | null;
  /** The Okta admin host, e.g. `acme-admin.okta.com`, and the app's path, for links out of Spekit. */
  oktaHost: string | null;
  oktaAppName: string | null;
  /** Okta group ids by folded group name, learned on pages of that host. */
  oktaGroups: Record<string, string>;
  /** How the Spekit app was set when its pages last showed it; its groups that assign it, and when each was seen; and how many members a
   *  group's page showed, with how many of those Spekit has not got. Groups by folded name, times in ms since 1970. */
  settings: Partial<Record<OktaSetting, { on: boolean; at: number }>>;
  assigned: Record<string, number>;
  members: Record<string, { seen: number; missing: number; at: number }>;
  /** What is switched off for this host app's pages. Warnings never are. */
  hides?: readonly ('marks' | 'strips' | 'notices')[];
}

export interface PageReport {
  /** Id of the page declaration, e.g. `okta.push-groups`. */
  page: string;
  /** Subjects on screen by owner. */
  managed: { idp: number; spekit: number; unknown: number };
  /** Locators that were expected and not seen, by their id in the declaration. */
  missing: string[];
  /** Of what was looked for, by its id in the declaration, which alternative has found it (from 0; -1: none). */
  by?: Record<string, number> | undefined;
}

/** request → answer. Content scripts may send those of `fromContent`; our own pages all of them. */
export interface MessageMap extends MappingMessages {
  'session.start': (request: { host: 'okta' | 'spekit' }) => SessionStart;
  /** Newer declarations of that host app's pages than the built-in ones, by the companion's page pack; usually none. */
  'pages.served': (request: { host: 'okta' | 'spekit' }) => PageDeclaration[];
  /** What somebody has pointed at on the page is its declaration from now on, on this computer. Answers whether it is kept. */
  'pages.teach': (request: { page: PageDeclaration }) => true;
  /** One batch look-up. `answers` is in the order of `subjects`, or empty where `reach` is not `ok`. */
  'subjects.lookup': (request: { subjects: SubjectQuery[] }) => { reach: Reach; seq: number; answers: SubjectAnswer[] };
  /** "Is there anything newer than `after`?" Asked by visible pages only; the worker asks the companion with its ETag. */
  'freshness.ask': (request: { after: number }) => { reach: Reach; seq: number; changed: boolean; account: KnownAccount | null };
  /** An act went through: look more often for a minute. */
  'freshness.hurry': (request: Record<string, never>) => void;
  /** A page of ours was recognised: bring the session's bundle into the sender's frame. Answers the words of marks in the browser's
   *  language; null where others were chosen, which the frame has then. */
  'session.inject': (request: Record<string, never>) => Packaged | null;
  /** Inject the dialog bundle into the sender's frame (once; asking again costs nothing). */
  'dialog.inject': (request: Record<string, never>) => void;
  /** Inject the bundle of the cards into the sender's frame (once; asking again costs nothing). */
  'card.inject': (request: Record<string, never>) => void;
  /** Inject the bundle that tells why somebody is not in a team into the sender's frame (once; asking again costs nothing). */
  'why.inject': (request: Record<string, never>) => void;
  /** The newest change of a user or team, by its id; null where the newest thousand of the account say nothing of it. `followed`: a side panel
   *  in the window of the page follows it. */
  'changes.of': (request: { id: string }) => { reach: Reach; change: Change | null; followed: boolean };
  /** The card of that user or team was opened. Sent only where a side panel follows the page. */
  'subject.pointed': (request: { kind: 'user' | 'team'; id: string; name: string }) => void;
  /** Why somebody is not in a team; null where `reach` is not `ok`. */
  'subjects.why': (request: WhyQuery) => { reach: Reach; why: WhyAnswer | null };
  /** Okta group ids seen on a page: name as shown → `00g…`. */
  'okta.learn-groups': (request: { host: string; groups: Record<string, string> }) => void;
  /** The Spekit app's page in Okta is open: recognise it. `label` is the app's name as the page shows it. */
  'okta.app-seen': (request: { host: string; appName: string; instanceId: string; label: string }) => void;
  /** What a page showed of the Spekit app: how it is set; which groups assign it (true) and no longer do (false). */
  'okta.app-shows': (request: {
    instanceId: string;
    settings: Partial<Record<OktaSetting, boolean>>;
    assigned: Record<string, boolean>;
  }) => void;
  /** A group's page showed so many members, of whom Spekit has not got so many. */
  'okta.members-seen': (request: { group: string; seen: number; missing: number }) => void;
  'page.report': (request: PageReport) => void;
  /** From our own pages. The side panel of that window is open, and follows the page or not. */
  'panel.follows': (request: { windowId: number; follows: boolean }) => void;
  /** From our own pages. Settings, tokens, and all that was learned: as after an installation. */
  'everything.forget': (request: Record<string, never>) => void;
  'teach.begin': (request: { tabId: number }) => void;
  /** Forgets what was taught of a page. */
  'pages.forget': (request: { id: string }) => void;
  /** Gives what was taught here to everybody who asks this companion. */
  'pages.share': (request: Record<string, never>) => { reach: Reach };
  /** The address of a companion that answers on this machine, or null. */
  'companion.find': (request: Record<string, never>) => { url: string | null };
  'connection.test': (request: { companionUrl: string; token: string }) => {
    reach: Reach;
    status: StatusAnswer | null;
    httpStatus: number | null;
    /** More than `reach` says of why it failed: what answers sends the question on (`redirected`), speaks no TLS (`tls-missing`) or nothing else
     *  (`tls-needed`); no secure connection came to be, for whatever reason (`tls-unsure`); what refuses the token is no companion (`stranger`). */
    cause: 'redirected' | 'tls-missing' | 'tls-needed' | 'tls-unsure' | 'stranger' | null;
    /** What the token may do; null where the companion does not say. */
    role: 'viewer' | 'admin' | null;
    /** Requests of this release that the companion does not know, by their paths: it is older. */
    lacks: string[];
  };
  /** What the token that is set may do (null: the companion does not say), and, for an admin, which tokens there are. */
  'tokens.list': (request: Record<string, never>) => {
    reach: Reach;
    role: 'viewer' | 'admin' | null;
    tokens: { role: TokenRole; madeAt: string }[];
  };
  /** A new token, told this once. `kept`: it is the one that is set from now on. */
  'tokens.renew': (request: { role: TokenRole }) => { reach: Reach; token: string | null; kept: boolean };
  'tokens.revoke': (request: { role: TokenRole }) => { reach: Reach };
  /** The history: newest first, at most 100. */
  'changes.newest': (request: { limit: number }) => { reach: Reach; changes: Change[] };
  /** A part of the history by who, what, when and outcome, newest first; null where `reach` is not `ok`. `before`: `next` of the part before. */
  'changes.history': (request: HistoryFilter & { before?: number | undefined; limit: number }) => {
    reach: Reach;
    page: HistoryAnswer | null;
  };
  /** What Okta sent that led to a row of the history, and what it was answered; null where `reach` is not `ok`, or the companion too old. */
  'changes.exchange': (request: { seq: number }) => { reach: Reach; told: ExchangeAnswer | null };
  'subjects.search': (request: { q: string }) => { reach: Reach; subjects: SubjectFacts[] };
}

export type MessageName = keyof MessageMap;

/** What a page of a host app may ask. It never gets the token, and cannot change a setting. */
export const fromContent = [
  'session.start',
  'pages.served',
  'pages.teach',
  'subjects.lookup',
  'freshness.ask',
  'freshness.hurry',
  'session.inject',
  'dialog.inject',
  'card.inject',
  'why.inject',
  'changes.of',
  'subject.pointed',
  'subjects.why',
  'okta.learn-groups',
  'okta.app-seen',
  'okta.app-shows',
  'okta.members-seen',
  'page.report',
] as const satisfies readonly MessageName[];

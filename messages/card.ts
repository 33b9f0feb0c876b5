import type { SubjectKind, Unheard } from '../contract/page-declaration.ts';
import type { SubjectAnswer, SubjectFacts, SubjectQuery } from '../contract/subjects.ts';
import type { MessageMap, SessionStart } from './map.ts';

/** An act whose effect in Spekit is waited for: `waiting` up to a minute, then `unseen`; `done` for a moment when it was seen. */
export interface Wait {
  state: 'waiting' | 'done' | 'unseen';
  act: WaitedAct;
  /** Ms since 1970. */
  since: number;
}

/** What the words of a wait are kept under. */
export type WaitedAct = 'push' | 'rename' | 'members' | 'assign' | 'deactivate';

/** What is known of a marked subject now: facts and codes. Its words are found in `locales/` by the bundle itself. */
export interface CardContent {
  host: 'okta' | 'spekit';
  kind: SubjectKind;
  /** As the page calls it. */
  name: string;
  /** What its mark says. */
  label: string;
  answer: SubjectAnswer;
  facts: SubjectFacts | null;
  unheard: Unheard | null;
  wait: Wait | null;
  places: SessionStart;
  /** By what it was looked up, the most exact first. */
  queries: readonly SubjectQuery[];
  /** The one whom the whole page is about, where the two are a person and a team; null: it names the one alone. */
  page: Paired | null;
}

/** The other of a person and a team. */
export interface Paired {
  name: string;
  facts?: SubjectFacts | null;
  queries: readonly SubjectQuery[];
  /** Okta's page lists the person among the group's members. */
  listed?: boolean | undefined;
}

export interface CardRequest {
  mark: HTMLElement;
  /** Null: there is nothing to say any more. */
  read(): CardContent | null;
  /** As `content/send.ts` has it. */
  ask: CardAsk;
  /** It went by itself: its mark is gone, or out of sight. */
  left(): void;
}

/** A line of the list of a strip. */
export interface ListedSubject {
  name: string;
  label: string;
  /** What it counts as: each line counts in `all`. */
  as: readonly ListFilter[];
  /** Brings it into sight and gives its mark the focus. */
  show(): void;
}

export type ListFilter = 'all' | 'managed' | 'attention' | 'others';

export interface ListRequest {
  strip: HTMLElement;
  label: string;
  read(): ListedSubject[];
  left(): void;
}

/** What the worker is asked for a card alone. */
export type CardAsk = <Name extends 'changes.of' | 'session.start' | 'subject.pointed' | 'subjects.why' | 'why.inject'>(
  name: Name,
  request: Parameters<MessageMap[Name]>[0],
) => Promise<ReturnType<MessageMap[Name]> | null>;

/** An open card, or the open list of a strip. */
export interface OpenedCard {
  host: HTMLElement;
  enter(): boolean;
  atEdge(edge: 'first' | 'last'): boolean;
  close(): void;
}

/** Under this symbol the bundle of the cards, injected on first use into the tab's isolated world, offers itself to the session. */
export const cardDoor = Symbol.for('sourcemark.card');

export interface CardDoor {
  card(request: CardRequest): OpenedCard | null;
  list(request: ListRequest): OpenedCard | null;
}

/** Under this symbol the bundle that tells why somebody is not in a team offers itself to the card. */
export const whyDoor = Symbol.for('sourcemark.why');

/** Makes what writes the answers of a mark's card into an element of ours. `ask`: as `content/send.ts` has it. */
export type WhyDoor = (into: HTMLElement, mark: HTMLElement, ask: CardAsk) => WhyAnswerer;

export interface WhyAnswerer {
  /** Of whom was typed, else of the two whom the page names. Resolves when the answer stands there; an old one stays until then. */
  tell(content: CardContent, typed: string): Promise<void>;
  /** Says anew how old it all is. */
  renew(): void;
}

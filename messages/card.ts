import type { SubjectKind, Unheard } from '../contract/page-declaration.ts';
import type { SubjectAnswer, SubjectFacts } from '../contract/subjects.ts';
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
export type CardAsk = <Name extends 'changes.of' | 'session.start'>(
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

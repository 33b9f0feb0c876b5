// components/panel/export/ saves a history as a file, a part at a time.
// What may enter: how rows are read, what stands in their cells, and a file a format. A format that is rarely wanted is loaded when it is.
import type { Change } from '../../../contract/changes.ts';
import { tellChange } from '../../../locales/pages.ts';
import type { Masks } from '../masking/masks.ts';

/** The columns of an exported history. Their names are for programs as well: they are not translated. */
export const columns = ['seq', 'at', 'source', 'event', 'outcome', 'kind', 'id', 'name', 'what', 'reason', 'detail', 'relayed_ms'] as const;

export type Cell = string | number | null;

/** The cells of a change in the order of the columns; with masks, whom it is about is masked in each of them. */
export function cellsOf(change: Change, masks: Masks | null): Cell[] {
  const told = masks === null ? change : masked(change, masks);
  const { seq, at, source, event, outcome, subject, reason, detail, relayed = null } = told;
  return [seq, at, source, event, outcome, subject.kind, subject.id, subject.name, tellChange(told), reason, detail, relayed];
}

/** A team's name tells of nobody, and is told; who came and went is not. */
function masked(change: Change, masks: Masks): Change {
  const { subject, facts, detail } = change;
  const isUser = subject.kind === 'user';
  const { names, from, to } = facts;
  const ofUser = (name: string): string => (isUser ? masks.of(name, 'name') : name);
  const inWords = (text: string): string => {
    const known = new Set([...(isUser ? [subject.name, from ?? '', to ?? ''] : []), subject.id ?? '']);
    return masks.inText(masks.again(text, known), () => 'text');
  };
  return {
    ...change,
    subject: {
      ...subject,
      id: subject.id === null || subject.kind === 'account' ? subject.id : masks.of(subject.id, 'id'),
      name: ofUser(subject.name),
    },
    detail: detail === null ? null : inWords(detail),
    facts: {
      ...facts,
      ...(names && { names: names.map((name) => masks.of(name, 'name')) }),
      ...(from !== undefined && { from: ofUser(from) }),
      ...(to !== undefined && { to: ofUser(to) }),
    },
  };
}

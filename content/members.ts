import { readAddress } from '../overlay/address.ts';
import { dialogs } from '../overlay/box.ts';
import { findAll } from '../overlay/find.ts';
import { heldBy } from '../overlay/name.ts';
import { foldName } from '../ownership/reserved.ts';
import type { Connection } from './connection.ts';
import { type Knowledge, queryFor } from './knowledge.ts';
import type { Page } from './recognise.ts';
import type { Subject } from './scan.ts';
import type { Ask } from './send.ts';

/** Read once the page has been quiet for so many ms. */
const quiet = 400;

/** Counts the members that a group's page shows, and how many of those Spekit has not got: Okta pushes only who is assigned to the app, and
 *  no page of Okta's tells that of a group. Kept for the moment when the group is to be pushed. */
export function createMembers(
  ask: Ask,
  connection: Connection,
  knowledge: Knowledge,
  subjects: ReadonlyMap<Element, Subject>,
  signal: AbortSignal,
): (pages: readonly Page[]) => void {
  let timer = 0;
  let last = '';
  signal.addEventListener('abort', () => clearTimeout(timer));

  const look = (pages: readonly Page[]) => {
    const members = pages.find(({ declared }) => declared.subject?.members)?.declared.subject?.members;
    const group = [...subjects.values()].find(({ list, kind }) => list === null && kind === 'team')?.name;
    // Of a list that is searched, the page shows a part.
    const searched = [...document.querySelectorAll('input[type=search],[role=searchbox]')].some((field) => heldBy(field) !== '');
    if (!members || !group || searched || !connection.start || signal.aborted) return;
    const ids = new Set(
      findAll(members, document.body).flatMap((link) => {
        const away = link.closest(`${dialogs},nav,header`);
        return (!away && link instanceof HTMLAnchorElement && readAddress(members.link, link.href)?.['externalId']) || [];
      }),
    );
    const queries = [...ids].map((id) => queryFor('user', 'externalId', id));
    const answers = queries.map((query) => knowledge.about([query]));
    if (answers.includes(undefined)) return knowledge.want(queries);
    const seen = ids.size;
    const missing = answers.filter((answer) => !answer?.matches.some((match) => match.kind === 'user' && match.active)).length;
    const now = `${group} ${seen} ${missing}`;
    if (seen === 0 || now === last) return;
    last = now;
    void ask('okta.members-seen', { group, seen, missing });
    connection.learn({ members: { ...connection.start.members, [foldName(group)]: { seen, missing, at: Date.now() } } });
  };
  return (pages) => {
    clearTimeout(timer);
    timer = window.setTimeout(look, quiet, pages);
  };
}

import type { OperationAnswer, OperationId, OperationInput } from '../../contract/operations.ts';
import { say } from '../../locales/companion.ts';
import { connect, disconnect } from '../connection/connection.ts';
import type { Act, Directory } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import { addToTeam, createTeam, editTeam, releaseByHand, removeFromTeam, removeTeam } from '../directory/spekit-teams.ts';
import { changeRole, editUser, inviteUser, removeSpekitUser, setActive } from '../directory/spekit-users.ts';
import type { Exchanges } from '../exchanges/exchanges.ts';
import { Mapping } from '../mapping/mapping.ts';
import type { Tokens } from '../plugins/auth.ts';
import type { Reads } from '../store/access.ts';
import { account } from '../store/reads/accounts.ts';
import { memberUsers } from '../store/reads/members.ts';
import { teamById, userById } from '../store/reads/subjects.ts';
import type { TeamRow, UserRow } from '../store/rows.ts';
import * as answers from './answers.ts';
import { attention } from './attention.ts';
import { exchange } from './exchange.ts';
import { eachOf, teamFacts, userFacts } from './facts.ts';
import { activity, history } from './history.ts';
import { mappingHandlers } from './mapping.ts';
import { forgetPages, keepPages, keptPages } from './pages.ts';
import { tokenHandlers } from './tokens.ts';
import { why } from './why.ts';

/** What carries out each operation of `contract/operations.ts`; a missing one is a type error. */
export type Handlers = { [Id in OperationId]: (input: OperationInput<Id>) => Promise<OperationAnswer<Id>> };

export function hintHandlers(directory: Directory, exchanges: Exchanges, tokens: Tokens, version: string): Handlers {
  const id = directory.account;
  const mapping = new Mapping(directory);
  const read = async <T>(work: (reads: Reads) => Promise<T>): Promise<T> => {
    // What Okta confirmed a moment ago is waiting to be written. Where that fails, older times are better than no answer.
    await directory.freshness.flush().catch(() => undefined);
    return directory.store.read(work);
  };
  const act = <T>(work: (act: Act) => Promise<T>): Promise<T> => directory.act('spekit', work);
  const userAct = (work: (act: Act) => Promise<UserRow>) => act(async (one) => userFacts(one.transaction, id, await work(one)));
  const teamAct = (work: (act: Act) => Promise<TeamRow>) => act(async (one) => teamFacts(one.transaction, id, await work(one)));
  return {
    status: () => read((reads) => answers.status(reads, id, version)),
    lookup: ({ body }) => read((reads) => answers.lookup(reads, id, body, mapping)),
    changes: ({ query }) => read((reads) => answers.changes(reads, id, query)),
    search: ({ query }) => read((reads) => answers.search(reads, id, query)),
    why: ({ query }) => read((reads) => why(reads, id, query)),
    attention: () => read((reads) => attention(reads, id)),
    activity: () => read((reads) => activity(reads, id, Date.now())),
    history: ({ query }) => read((reads) => history(reads, id, query)),
    exchange: ({ params }) => exchange(directory.store, id, exchanges, params['seq'] ?? ''),
    getPages: () => keptPages(directory.store, id),
    setPages: ({ body }) => keepPages(directory.store, id, body),
    removePages: () => forgetPages(directory.store, id),
    ...tokenHandlers(directory.store, id, tokens),
    ...mappingHandlers(mapping, read),
    setConnection: ({ body }) =>
      act(async (one) => {
        await (body.state === 'connected' ? connect(one) : disconnect(one));
        const { type, connection } = await account(one.transaction, id);
        return { id, type, connection };
      }),

    listUsers: ({ query }) => read((reads) => answers.listUsers(reads, id, query)),
    getUser: ({ params }) => read(async (reads) => userFacts(reads, id, await userOf(reads, id, params['id'] ?? ''))),
    inviteUser: ({ body }) => userAct((one) => inviteUser(one, body)),
    editUser: ({ params, body }) => userAct((one) => editUser(one, params['id'] ?? '', body)),
    changeRole: ({ params, body }) => userAct((one) => changeRole(one, params['id'] ?? '', body.role)),
    deactivateUser: ({ params }) => userAct((one) => setActive(one, params['id'] ?? '', false)),
    reactivateUser: ({ params }) => userAct((one) => setActive(one, params['id'] ?? '', true)),
    deleteUser: async ({ params }) => {
      await act((one) => removeSpekitUser(one, params['id'] ?? ''));
      return undefined;
    },

    listTeams: ({ query }) => read((reads) => answers.listTeams(reads, id, query)),
    getTeam: ({ params }) => read(async (reads) => teamFacts(reads, id, await teamOf(reads, id, params['id'] ?? ''))),
    createTeam: ({ body }) => teamAct((one) => createTeam(one, body)),
    editTeam: ({ params, body }) => teamAct((one) => editTeam(one, params['id'] ?? '', body)),
    deleteTeam: async ({ params }) => {
      await act((one) => removeTeam(one, params['id'] ?? ''));
      return undefined;
    },
    releaseTeam: ({ params }) => teamAct((one) => releaseByHand(one, params['id'] ?? '')),
    listMembers: ({ params }) =>
      read(async (reads) => {
        const team = await teamOf(reads, id, params['id'] ?? '');
        const rows = await memberUsers(reads, id, team.id);
        return { members: await eachOf(rows, (row) => userFacts(reads, id, row)), total: rows.length };
      }),
    addMember: ({ params, body }) => teamAct((one) => addToTeam(one, params['id'] ?? '', body.userId)),
    removeMember: ({ params }) => teamAct((one) => removeFromTeam(one, params['id'] ?? '', params['userId'] ?? '')),
  };
}

async function userOf(reads: Reads, account: string, id: string): Promise<UserRow> {
  const row = await userById(reads, account, id);
  if (row === undefined) throw new Refused('not-found', say('api.no-user', { id }));
  return row;
}

async function teamOf(reads: Reads, account: string, id: string): Promise<TeamRow> {
  const row = await teamById(reads, account, id);
  if (row === undefined) throw new Refused('not-found', say('api.no-team', { id }));
  return row;
}

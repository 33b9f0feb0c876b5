import { addBody, groupBody, removeBody } from './bodies.ts';
import type { Connection } from './connection.ts';
import type { Directory, Person } from './directory.ts';
import { idOf, type Operation, odd, useless } from './operation.ts';

/** How many people of each directory are in no group: they come and go. The others can be members. */
export const outsiders = 64;

const memberOf = ({ id, userName }: Person): { value: string; display: string } => ({ value: id, display: userName });

/** Makes a group as apps of Okta's catalog do: empty at first, then with all members in one PATCH. Gives its path. */
async function pushGroup(directory: Directory, connection: Connection, size: number): Promise<string> {
  const group = await directory.json(connection, 'POST', '/Groups', groupBody(`Group ${directory.turn()} of ${size}`));
  const path = `/Groups/${idOf(group)}`;
  await directory.ask(connection, 'PATCH', path, addBody(directory.people.slice(0, size).map(memberOf)));
  return path;
}

/** Makes the group that members are added to later. Does nothing when it is there. */
export async function fillGroup(directory: Directory, connection: Connection, size: number): Promise<void> {
  if (!directory.groups.has(size)) directory.groups.set(size, await pushGroup(directory, connection, size));
}

async function membersOf(directory: Directory, connection: Connection, path: string): Promise<unknown[]> {
  const { members } = await directory.json(connection, 'GET', path);
  return Array.isArray(members) ? members : [];
}

/** Adds a member, at the next call takes them out again, and so on: two pieces, so that the group keeps its size. */
export function addAndRemove(size: number): Operation {
  /** Who is in the group for a moment, by the connection that will take them out. */
  const visitors = new WeakMap<Connection, Person>();
  const path = (directory: Directory): string => directory.groups.get(size) ?? '';
  const add = async (directory: Directory, connection: Connection): Promise<void> => {
    const next = directory.person(directory.people.length - 1 - (directory.turn() % outsiders));
    visitors.set(connection, next);
    await directory.ask(connection, 'PATCH', path(directory), addBody([memberOf(next)]));
  };
  const leave = async (directory: Directory, connection: Connection): Promise<void> => {
    const visitor = visitors.get(connection);
    if (visitor === undefined) return;
    visitors.delete(connection);
    await directory.ask(connection, 'PATCH', path(directory), removeBody(visitor.id));
  };
  const once: Operation['once'] = (directory, connection) =>
    visitors.has(connection) ? leave(directory, connection) : add(directory, connection);
  return {
    once,
    leave,
    async probe(directory, connection) {
      const before = (await membersOf(directory, connection, path(directory))).length;
      await once(directory, connection);
      const during = (await membersOf(directory, connection, path(directory))).length;
      await once(directory, connection);
      const after = (await membersOf(directory, connection, path(directory))).length;
      if (before === 0) return odd('shows no members');
      return during === before + 1 && after === before ? null : useless(`has ${before}, ${during}, then ${after} members`);
    },
  };
}

/** Pushes a new group; it is deleted after the run. */
export function push(size: number): Operation {
  const once = async (directory: Directory, connection: Connection): Promise<void> => {
    directory.made.push(await pushGroup(directory, connection, size));
  };
  return {
    once,
    async probe(directory, connection) {
      await once(directory, connection);
      const members = await membersOf(directory, connection, directory.made.at(-1) ?? '');
      if (members.length === 0) return odd('shows no members');
      return members.length === size ? null : useless(`has ${members.length} members instead of ${size}`);
    },
  };
}

import { activeBody, userBody } from './bodies.ts';
import type { Connection } from './connection.ts';
import type { Directory, Person } from './directory.ts';
import { idOf, type Operation, useless } from './operation.ts';

/** What was created is deleted after each run, so that the directory keeps its size. */
const create: Operation = {
  async once(directory, connection) {
    await createOne(directory, connection);
  },
  async probe(directory, connection) {
    const userName = await createOne(directory, connection);
    const found = await directory.json(connection, 'GET', directory.made.at(-1) ?? '');
    return found['userName'] === userName ? null : useless('does not keep whom it created');
  },
};

async function createOne(directory: Directory, connection: Connection): Promise<string> {
  const turn = directory.turn();
  const userName = `new${turn}@acme.example`;
  const created = await directory.json(connection, 'POST', '/Users', userBody(userName, `00unew${turn}`));
  directory.made.push(`/Users/${idOf(created)}`);
  return userName;
}

const patchActive: Operation = {
  async once(directory, connection) {
    await toggle(directory, connection);
  },
  async probe(directory, connection) {
    const person = await toggle(directory, connection);
    const { active } = await directory.json(connection, 'GET', `/Users/${person.id}`);
    return active === person.active ? null : useless('does not change it');
  },
};

async function toggle(directory: Directory, connection: Connection): Promise<Person> {
  const person = directory.nextPerson();
  person.active = !person.active;
  await directory.ask(connection, 'PATCH', `/Users/${person.id}`, activeBody(person.active));
  return person;
}

/** Okta's update of a profile: what is there is read, changed and put back whole. Two requests, counted as one piece. */
const getAndPut: Operation = {
  async once(directory, connection) {
    await update(directory, connection);
  },
  async probe(directory, connection) {
    const { path, displayName } = await update(directory, connection);
    const found = await directory.json(connection, 'GET', path);
    return found['displayName'] === displayName ? null : useless('does not change it');
  },
};

async function update(directory: Directory, connection: Connection): Promise<{ path: string; displayName: string }> {
  const path = `/Users/${directory.nextPerson().id}`;
  const displayName = `Renamed ${directory.turn()}`;
  const there = await directory.json(connection, 'GET', path);
  await directory.ask(connection, 'PUT', path, JSON.stringify({ ...there, displayName }));
  return { path, displayName };
}

export const writes = { 'PATCH active': patchActive, 'GET then PUT': getAndPut, create };

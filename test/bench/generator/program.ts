// generator/ puts SCIM services under load: one program, the same for all of them, in a process of its own. It does what its parent sends.
// What may enter: what a client of SCIM does, and how it is timed. Nothing here knows which service it talks to.
import { userBody } from './bodies.ts';
import { Directory } from './directory.ts';
import { fillGroup } from './groups.ts';
import { type Finding, idOf, type Operation } from './operation.ts';
import { operations } from './operations.ts';
import { forEach, onAll, repeat } from './run.ts';
import type { Done, Sent } from './tasks.ts';

const directories = new Map<string, Directory>();

process.on('message', (sent: Sent) => {
  carryOut(sent).then(
    (result) => answer({ number: sent.number, result }),
    (error: unknown) => answer({ number: sent.number, failure: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());

function answer(done: Done): void {
  process.send?.(done);
}

async function carryOut({ subject, name, given }: Sent): Promise<unknown> {
  if (name === 'meet') {
    const directory = new Directory(subject, given.address);
    for (let index = 0; index < given.madeUp; index++) directory.people.push({ id: String(index), ...person(index) });
    directories.set(subject, directory);
    return null;
  }
  const directory = directories.get(subject);
  if (directory === undefined) throw new Error(`${subject} has not been met.`);
  switch (name) {
    case 'fill':
      return fill(directory, given.people);
    case 'group':
      await onAll(directory.port, 1, (connection) => fillGroup(directory, connection, given.size));
      return null;
    case 'probe':
      return probe(directory, operation(given.operation));
    case 'run': {
      const { once, leave } = operation(given.operation);
      return repeat({
        port: directory.port,
        connections: given.connections,
        seconds: given.seconds,
        work: (connection) => once(directory, connection),
        leave: async (connection) => leave?.(directory, connection),
      });
    }
    case 'tidy':
      return tidy(directory);
  }
}

function operation(name: string): Operation {
  const found = operations[name];
  if (found === undefined) throw new Error(`There is no operation "${name}".`);
  return found;
}

const person = (index: number): { userName: string; externalId: string; active: boolean } => ({
  userName: `person${index}@acme.example`,
  externalId: `00u${index}`,
  active: true,
});

async function fill(directory: Directory, people: number): Promise<number> {
  const there = directory.people.length;
  const begin = performance.now();
  await forEach(directory.port, people - there, async (connection, index) => {
    const made = person(there + index);
    const id = idOf(await directory.json(connection, 'POST', '/Users', userBody(made.userName, made.externalId)));
    directory.people[there + index] = { id, ...made };
  });
  return (performance.now() - begin) / 1000;
}

/** The seconds are those of the second time, or of a third where the second was quick: the first one found the service cold. */
async function probe(directory: Directory, { once, probe, leave }: Operation): Promise<{ finding: Finding | null; seconds: number }> {
  let finding: Finding | null = null;
  let seconds = 1;
  await onAll(directory.port, 1, async (connection) => {
    finding = await probe(directory, connection);
    for (let times = 0; times < 2 && (times === 0 || seconds < 0.2); times++) {
      const begin = performance.now();
      await once(directory, connection);
      seconds = (performance.now() - begin) / 1000;
    }
    await leave?.(directory, connection);
  });
  return { finding, seconds };
}

async function tidy(directory: Directory): Promise<null> {
  const made = directory.made.splice(0);
  await forEach(directory.port, made.length, async (connection, index) => {
    await directory.ask(connection, 'DELETE', made[index] ?? '');
  });
  return null;
}

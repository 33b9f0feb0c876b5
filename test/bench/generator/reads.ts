import type { Directory, Person } from './directory.ts';
import { type Operation, odd, resourcesOf, useless } from './operation.ts';

const page = 100;

/** A look-up as Okta sends it, by one attribute. */
function lookUp(attribute: 'userName' | 'externalId'): Operation {
  const path = (person: Person): string =>
    `/Users?filter=${encodeURIComponent(`${attribute} eq "${person[attribute]}"`)}&startIndex=1&count=${page}`;
  return {
    async once(directory, connection) {
      await directory.ask(connection, 'GET', path(directory.nextPerson()));
    },
    async probe(directory, connection) {
      const person = directory.nextPerson();
      const found = resourcesOf(await directory.json(connection, 'GET', path(person)));
      if (found.length === 1) return found[0]?.[attribute] === person[attribute] ? null : useless('finds somebody else');
      return useless(found.length === 0 ? 'finds nobody' : `finds ${found.length} for one`);
    },
  };
}

const get: Operation = {
  async once(directory, connection) {
    await directory.ask(connection, 'GET', `/Users/${directory.nextPerson().id}`);
  },
  async probe(directory, connection) {
    const person = directory.nextPerson();
    const { userName } = await directory.json(connection, 'GET', `/Users/${person.id}`);
    return userName === person.userName ? null : useless('answers somebody else');
  },
};

/** A page of the whole list, from the start or up to the end. */
function listPage(which: 'first' | 'last'): Operation {
  const startIndex = (directory: Directory): number => (which === 'first' ? 1 : directory.people.length - page + 1);
  const path = (directory: Directory): string => `/Users?startIndex=${startIndex(directory)}&count=${page}`;
  return {
    async once(directory, connection) {
      await directory.ask(connection, 'GET', path(directory));
    },
    async probe(directory, connection) {
      const list = await directory.json(connection, 'GET', path(directory));
      const names = new Set(resourcesOf(list).map(({ userName }) => userName));
      if (names.size !== page) return useless(`answers ${names.size} people instead of ${page}`);
      return list['totalResults'] === directory.people.length ? null : odd(`says that there are ${list['totalResults']} in all`);
    },
  };
}

export const reads = {
  'look-up by userName': lookUp('userName'),
  'look-up by externalId': lookUp('externalId'),
  get,
  'first page of 100': listPage('first'),
  'last page of 100': listPage('last'),
};

import type { FastifyInstance } from 'fastify';
import { say } from '../../locales/companion.ts';
import { jsonFault } from './json-text.ts';

/** The body is no JSON, or no UTF-8, or JSON of which it is not clear what it says. `message` is for a person. */
export class BrokenBody extends Error {
  override name = 'BrokenBody';
}

/** Reads bodies of the given media types as JSON in UTF-8, and no other bodies. An empty body is none: some clients name a type and
 *  send nothing. Throws BrokenBody. */
export function readJsonBodies(app: FastifyInstance, mediaTypes: string[]): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(mediaTypes, { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    try {
      done(null, parse(utf8.decode(typeof body === 'string' ? Buffer.from(body) : body)));
    } catch (error) {
      done(error instanceof BrokenBody ? error : new BrokenBody(say('http.not-json', { reason: reasonOf(error) })));
    }
  });
}

function parse(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const fault = jsonFault(text);
  if (fault?.fault === 'name-twice') throw new BrokenBody(say('http.name-twice', { name: fault.name.slice(0, 100) }));
  if (fault?.fault === 'too-deep') throw new BrokenBody(say('http.too-deep', { most: fault.most }));
  return value;
}

function reasonOf(error: unknown): string {
  return error instanceof SyntaxError ? error.message : say('http.not-utf8');
}

/** In a part of the API: takes bodies of any other type as the bytes that they are, beside those of JSON. */
export function readFileBodies(app: FastifyInstance): void {
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

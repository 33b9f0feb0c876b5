import type { FastifyInstance } from 'fastify';

/** The body is no JSON, or no UTF-8. */
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
      done(null, JSON.parse(utf8.decode(typeof body === 'string' ? Buffer.from(body) : body)));
    } catch (error) {
      done(new BrokenBody(error instanceof SyntaxError ? error.message : 'The body is not UTF-8.'));
    }
  });
}

import type { FastifyInstance } from 'fastify';

/** Lets the companion end without cutting anybody off: what was begun is answered, and each kept connection ends with its answer.
 *  Without this, one that was busy at the end would be waited for until its client let go of it. */
export function closeInOrder(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}

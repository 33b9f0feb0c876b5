import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** What is answered is JSON: of helmet's headers those that matter to it. */
const options: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  // The companion speaks plain HTTP; whoever puts TLS before it says for how long.
  strictTransportSecurity: false,
  // Of documents, and of browsers that are gone.
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Every answer has helmet's headers. They are the same for all, so helmet is asked once; asked at each request, as its plugin for Fastify
 *  does, it puts them together anew each time. */
export function secureAnswers(app: FastifyInstance): void {
  const headers = Object.fromEntries(helmetsHeaders());
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

function helmetsHeaders(): Map<string, string> {
  const headers = new Map<string, string>();
  const answer = {
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => headers.delete(name.toLowerCase()),
  };
  // It reads nothing of a request, as none of the options is a function, and does nothing to an answer but this.
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error !== undefined) throw error;
  });
  return headers;
}

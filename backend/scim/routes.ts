import type { FastifyInstance, FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import type { Tokens } from '../plugins/auth.ts';
import { readJsonBodies } from '../plugins/json-body.ts';
import { scimMediaType } from './answer.ts';
import { answerScimError } from './answer-error.ts';
import { registerDiscovery } from './discovery-routes.ts';
import { ScimError } from './errors.ts';
import { groups } from './groups.ts';
import { noSuchRoute } from './no-route.ts';
import { registerResource } from './resource-routes.ts';
import { users } from './users.ts';

interface Parts {
  directory: Directory;
  tokens: Tokens;
  wrongToken: (request: FastifyRequest) => Promise<void>;
}

/** SCIM below `/scim/v2`. Every answer is SCIM's, errors included. */
export async function registerScim(app: FastifyInstance, { directory, tokens, wrongToken }: Parts): Promise<void> {
  readJsonBodies(app, [scimMediaType, 'application/json']);
  app.setErrorHandler((error, request, reply) => answerScimError(directory, error, request, reply));
  app.setNotFoundHandler((request) => {
    throw noSuchRoute(request);
  });
  app.addHook('onRequest', async (request) => {
    // How to authenticate may be asked without having done so (RFC 7643 §5).
    if (request.routeOptions.url?.endsWith('/ServiceProviderConfig')) return;
    if (!tokens.allow('scim', request.headers.authorization)) {
      await wrongToken(request);
      throw new ScimError(401, null, say('scim.unauthorized'));
    }
    directory.freshness.seen(Date.now());
  });
  registerDiscovery(app);
  registerResource(app, directory.store, directory.account, users(directory));
  registerResource(app, directory.store, directory.account, groups(directory));
}

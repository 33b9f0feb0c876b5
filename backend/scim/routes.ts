import type { FastifyInstance, FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import type { Exchanges } from '../exchanges/exchanges.ts';
import { recordRequests } from '../exchanges/record.ts';
import type { Tokens } from '../plugins/auth.ts';
import { readJsonBodies } from '../plugins/json-body.ts';
import { scimMediaType } from './answer.ts';
import { answerScimError } from './answer-error.ts';
import { registerBulk } from './bulk/routes.ts';
import { target } from './bulk/targets.ts';
import { registerDiscovery } from './discovery-routes.ts';
import { ScimError } from './errors.ts';
import { groups } from './groups.ts';
import { answerNoRoute } from './no-route.ts';
import { registerResource } from './resource-routes.ts';
import { registerRoot } from './root-routes.ts';
import { searched } from './root-search.ts';
import { users } from './users.ts';

interface Parts {
  directory: Directory;
  exchanges: Exchanges;
  /** Largest body in bytes. */
  bodyLimit: number;
  tokens: Tokens;
  wrongToken: (request: FastifyRequest) => Promise<void>;
  /** Registers who answers in our place; null: we do. */
  instead: ((app: FastifyInstance, textOf: TextOf) => void) | null;
}

/** A request's body as it came; undefined where it has none. */
export type TextOf = (request: FastifyRequest) => string | undefined;

/** SCIM below `/scim/v2`. Every answer is SCIM's, errors included. */
export async function registerScim(
  app: FastifyInstance,
  { directory, exchanges, bodyLimit, tokens, wrongToken, instead }: Parts,
): Promise<void> {
  const texts = new WeakMap<FastifyRequest, string>();
  readJsonBodies(app, [scimMediaType, 'application/json'], (request, text) => {
    request.takenDown?.heard(text);
    if (instead !== null) texts.set(request, text);
  });
  const record = recordRequests(app, exchanges);
  app.setErrorHandler((error, request, reply) => answerScimError(directory, error, request, reply));
  app.setNotFoundHandler((request, reply) => answerNoRoute(request, reply));
  app.addHook('onRequest', async (request) => {
    // How to authenticate may be asked without having done so (RFC 7643 §5); but nobody unknown has us ask somebody else.
    if (instead === null && request.routeOptions.url?.endsWith('/ServiceProviderConfig')) return;
    if (!tokens.allow('scim', request.headers.authorization)) {
      await wrongToken(request);
      throw new ScimError(401, null, say('scim.unauthorized'));
    }
    directory.freshness.seen(Date.now());
    record.begin(request);
  });
  if (instead !== null) return instead(app, (request) => texts.get(request));
  registerDiscovery(app, bodyLimit);
  const { store, account } = directory;
  const [ofUsers, ofGroups] = [users(directory), groups(directory)];
  registerResource(app, store, account, ofUsers);
  registerResource(app, store, account, ofGroups);
  registerBulk(app, directory, [target(ofUsers), target(ofGroups)]);
  registerRoot(app, store, account, [searched(account, ofUsers), searched(account, ofGroups)]);
}

// SCIMMY on Express 4 (with 5, whose queries cannot be written to, its pages are ignored), over a store in memory that is as quick as its
// interface allows: no handler looks at more resources than it answers.
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import { ResourceMap } from './resource-map.ts';

const token = 'token-of-the-benchmark';

const users = new ResourceMap(['userName', 'externalId']);
const groups = new ResourceMap(['displayName']);
for (const [kind, map] of [
  [SCIMMY.Resources.User, users],
  [SCIMMY.Resources.Group, groups],
] as const) {
  kind
    .ingress((resource, instance) => map.keep(resource, instance))
    .egress((resource) => map.find(resource))
    .degress((resource) => map.remove(resource));
  SCIMMY.Resources.declare(kind);
}

const app = express();
app.disable('x-powered-by');
app.use(
  '/scim/v2',
  new SCIMMYRouters({
    type: 'bearer',
    handler(request: IncomingMessage) {
      if (request.headers.authorization !== `Bearer ${token}`) throw new Error('Wrong token.');
    },
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`Listening on ${(server.address() as AddressInfo).port} /scim/v2 ${token}`);
});
process.once('SIGTERM', () => process.exit());

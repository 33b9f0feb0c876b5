import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { createUser, patchUser, removeUser, replaceUser } from '../directory/scim-users.ts';
import { teamsOf } from '../store/reads/members.ts';
import { idpUser } from '../store/reads/subjects.ts';
import type { UserRow } from '../store/rows.ts';
import { ScimError } from './errors.ts';
import { metaOf, type Resource } from './resource.ts';
import { enterpriseUserSchema } from './schemas/enterprise-user.ts';
import { userType } from './schemas/resource-types.ts';
import { spekitUserSchema } from './schemas/spekit.ts';
import { userSchema } from './schemas/user.ts';
import type { ScimObject } from './value.ts';

export function users(directory: Directory): Resource<UserRow> {
  const { account } = directory;
  return {
    type: userType,
    async find(reads, id) {
      const row = await idpUser(reads, account, id);
      if (row === undefined) throw new ScimError(404, null, say('scim.no-user', { id }));
      return row;
    },
    async show(reads, row, base, projection) {
      const resource = JSON.parse(row.resource) as ScimObject;
      const teams = projection.wants('groups') ? await teamsOf(reads, account, row.id) : [];
      const groups = teams
        .filter((team) => team.owner === 'idp')
        .map(({ id, name }) => ({ value: id, $ref: `${base}/Groups/${id}`, display: name, type: 'direct' }));
      const enterprise = resource[enterpriseUserSchema.id] === undefined ? [] : [enterpriseUserSchema.id];
      return {
        schemas: [userSchema.id, ...enterprise, spekitUserSchema.id],
        id: row.id,
        ...resource,
        groups,
        [spekitUserSchema.id]: { role: row.role, pending: row.pending === 1 },
        meta: metaOf(userType, row, base),
      };
    },
    create: (body) => createUser(directory, body),
    replace: (id, body, ifMatch) => replaceUser(directory, id, body, ifMatch),
    patch: (id, body, ifMatch) => patchUser(directory, id, body, ifMatch),
    remove: (id, ifMatch) => removeUser(directory, id, ifMatch),
  };
}

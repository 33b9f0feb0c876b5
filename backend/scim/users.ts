import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { createUser, patchUser, removeUser, replaceUser } from '../directory/scim-users.ts';
import { type GroupOfUser, idpTeamsOf } from '../store/reads/members.ts';
import { shownUser } from '../store/reads/subjects.ts';
import type { ShownUser } from '../store/rows.ts';
import { ScimError } from './errors.ts';
import { keptJson, metaJson, type Resource } from './resource.ts';
import { enterpriseUserSchema } from './schemas/enterprise-user.ts';
import { userType } from './schemas/resource-types.ts';
import { spekitUserSchema } from './schemas/spekit.ts';
import { userSchema } from './schemas/user.ts';

export function users(directory: Directory): Resource<ShownUser> {
  const { account } = directory;
  return {
    type: userType,
    async find(reads, id) {
      const row = await shownUser(reads, account, id);
      if (row === undefined) throw new ScimError(404, null, say('scim.no-user', { id }));
      return row;
    },
    async show(reads, rows, base, projection) {
      const ids = projection.wants('groups') ? rows.map((row) => row.id) : [];
      const groups = await idpTeamsOf(reads, account, ids);
      return rows.map((row) => projection.cut(userJson(row, groups.get(row.id) ?? [], base)));
    },
    isLarge: async () => false,
    create: (body, answer) => createUser(directory, body, answer),
    replace: (id, body, ifMatch, answer) => replaceUser(directory, id, body, ifMatch, answer),
    patch: (id, body, ifMatch, answer) => patchUser(directory, id, body, ifMatch, answer),
    remove: (id, ifMatch) => removeUser(directory, id, ifMatch),
    telling: (wrote) => users(directory.telling(wrote)),
  };
}

const schemas = JSON.stringify([userSchema.id, spekitUserSchema.id]);
const schemasWithEnterprise = JSON.stringify([userSchema.id, enterpriseUserSchema.id, spekitUserSchema.id]);
/** As a name in what is kept: inside a text of JSON the quotes would be escaped. */
const enterpriseName = `"${enterpriseUserSchema.id}":`;

/** Put together of what is kept as JSON already: a page of a thousand would otherwise be parsed and written anew at each asking. */
function userJson(row: ShownUser, groups: readonly GroupOfUser[], base: string): string {
  const named = row.resource.includes(enterpriseName) ? schemasWithEnterprise : schemas;
  const spekit = `"${spekitUserSchema.id}":{"role":"${row.role}","pending":${row.pending === 1}}`;
  const start = `{"schemas":${named},"id":"${row.id}",${keptJson(row.resource)}"groups":[${groups.map((one) => groupJson(one, base)).join(',')}]`;
  return `${start},${spekit},"meta":${metaJson(userType, row, base)}}`;
}

function groupJson({ id, name }: GroupOfUser, base: string): string {
  return `{"value":"${id}","$ref":"${base}/Groups/${id}","display":${JSON.stringify(name)},"type":"direct"}`;
}

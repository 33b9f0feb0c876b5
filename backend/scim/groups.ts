import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { createGroup, deleteGroup, patchGroup, replaceGroup } from '../directory/scim-groups.ts';
import { membersOf } from '../store/reads/members.ts';
import { idpTeam } from '../store/reads/subjects.ts';
import type { TeamRow } from '../store/rows.ts';
import { ScimError } from './errors.ts';
import { metaOf, type Resource } from './resource.ts';
import { groupSchema } from './schemas/group.ts';
import { groupType } from './schemas/resource-types.ts';
import { spekitGroupSchema } from './schemas/spekit.ts';
import type { ScimObject } from './value.ts';

export function groups(directory: Directory): Resource<TeamRow> {
  const { account } = directory;
  return {
    type: groupType,
    async find(reads, id) {
      const row = await idpTeam(reads, account, id);
      if (row === undefined) throw new ScimError(404, null, say('scim.no-group', { id }));
      return row;
    },
    async show(reads, row, base, projection) {
      const members = projection.wants('members') ? await membersOf(reads, account, row.id) : [];
      const access = { allTopics: row.all_topics === 1, speksWithoutTopic: row.speks_without_topic === 1 };
      return {
        schemas: [groupSchema.id, spekitGroupSchema.id],
        id: row.id,
        ...(JSON.parse(row.resource) as ScimObject),
        members: members.map(({ id, display_name }) => ({ value: id, $ref: `${base}/Users/${id}`, type: 'User', display: display_name })),
        [spekitGroupSchema.id]: { description: row.description, access },
        meta: metaOf(groupType, row, base),
      };
    },
    create: (body) => createGroup(directory, body),
    replace: (id, body, ifMatch) => replaceGroup(directory, id, body, ifMatch),
    patch: (id, body, ifMatch) => patchGroup(directory, id, body, ifMatch),
    remove: (id, ifMatch) => deleteGroup(directory, id, ifMatch),
  };
}

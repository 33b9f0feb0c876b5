import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { createGroup, deleteGroup, patchGroup, replaceGroup } from '../directory/scim-groups.ts';
import { hasMoreMembers, type MemberRow, membersOf } from '../store/reads/members.ts';
import { shownTeam } from '../store/reads/subjects.ts';
import type { ShownTeam } from '../store/rows.ts';
import { ScimError } from './errors.ts';
import { keptJson, metaJson, type Resource } from './resource.ts';
import { groupSchema } from './schemas/group.ts';
import { groupType } from './schemas/resource-types.ts';
import { spekitGroupSchema } from './schemas/spekit.ts';

/** Members above which a PATCH is answered 204, unless the client names the attributes that it wants to see. */
const largeGroup = 100;

export function groups(directory: Directory): Resource<ShownTeam> {
  const { account } = directory;
  return {
    type: groupType,
    async find(reads, id) {
      const row = await shownTeam(reads, account, id);
      if (row === undefined) throw new ScimError(404, null, say('scim.no-group', { id }));
      return row;
    },
    async show(reads, rows, base, projection) {
      const shown: string[] = [];
      for (const row of rows) {
        const members = projection.wants('members') ? await membersOf(reads, account, row.id) : [];
        shown.push(projection.cut(teamJson(row, members, base)));
      }
      return shown;
    },
    isLarge: (reads, row) => hasMoreMembers(reads, account, row.id, largeGroup),
    create: (body, answer) => createGroup(directory, body, answer),
    replace: (id, body, ifMatch, answer) => replaceGroup(directory, id, body, ifMatch, answer),
    patch: (id, body, ifMatch, answer) => patchGroup(directory, id, body, ifMatch, answer),
    remove: (id, ifMatch) => deleteGroup(directory, id, ifMatch),
    telling: (wrote) => groups(directory.telling(wrote)),
  };
}

const schemas = JSON.stringify([groupSchema.id, spekitGroupSchema.id]);

function teamJson(row: ShownTeam, members: readonly MemberRow[], base: string): string {
  const access = `{"allTopics":${row.all_topics === 1},"speksWithoutTopic":${row.speks_without_topic === 1}}`;
  const spekit = `"${spekitGroupSchema.id}":{"description":${JSON.stringify(row.description)},"access":${access}}`;
  const list = members.map((member) => memberJson(member, base)).join(',');
  const start = `{"schemas":${schemas},"id":"${row.id}",${keptJson(row.resource)}"members":[${list}]`;
  return `${start},${spekit},"meta":${metaJson(groupType, row, base)}}`;
}

function memberJson({ id, display_name }: MemberRow, base: string): string {
  return `{"value":"${id}","$ref":"${base}/Users/${id}","type":"User","display":${JSON.stringify(display_name)}}`;
}

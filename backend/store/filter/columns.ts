import type { AttributePath } from '../../scim/schemas/resolve.ts';
import type { ResourceType } from '../../scim/schemas/resource-types.ts';
import { ownText, type Sql, sql } from '../sql.ts';

/** Where an attribute's value is in SQL. `folded`: it is kept in its case key already; `kind` says how JSON and columns keep it. */
export interface Place {
  value: Sql;
  folded: boolean;
}

/** Attributes with a column of their own; the rest is read from the resource's JSON. */
const columns: Record<ResourceType['name'], Readonly<Record<string, Place>>> = {
  User: {
    id: column('id'),
    externalId: column('external_id'),
    userName: { value: ownText('user_name_key'), folded: true },
    active: column('active'),
    'meta.created': column('created_at'),
    'meta.lastModified': column('modified_at'),
    'meta.resourceType': { value: literal("'User'"), folded: false },
    'meta.version': { value: literal(`('W/"' || version || '"')`), folded: false },
    'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:User:role': column('role'),
    'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:User:pending': column('pending'),
  },
  Group: {
    id: column('id'),
    externalId: column('external_id'),
    displayName: { value: ownText('name_key'), folded: true },
    'meta.created': column('created_at'),
    'meta.lastModified': column('modified_at'),
    'meta.resourceType': { value: literal("'Group'"), folded: false },
    'meta.version': { value: literal(`('W/"' || version || '"')`), folded: false },
    'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:Group:description': column('description'),
    'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:Group:access.allTopics': column('all_topics'),
    'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:Group:access.speksWithoutTopic': column('speks_without_topic'),
  },
};

/** A text that is in no column is ordered by its code points as those are; both databases know that order by this name. */
function literal(text: string): Sql {
  return ownText(`${text} collate "binary"`);
}

function column(name: string): Place {
  return { value: ownText(name), folded: false };
}

export function columnOf(type: ResourceType, path: string): Place | undefined {
  const places = columns[type.name];
  return Object.hasOwn(places, path) ? places[path] : undefined;
}

/** A value inside the resource's JSON. The names are our schema's own, and bound all the same. */
export function jsonPlace({ extension, attribute, sub }: AttributePath): Place {
  const names = [extension, attribute.name, sub?.name].filter((name) => name !== null && name !== undefined);
  return { value: sql`json_extract(resource, ${`$${names.map((name) => `."${name}"`).join('')}`})`, folded: false };
}

/** The elements of a multi-valued attribute as a table `element`, where they are kept; sub-attributes of one are found by `subPlace`. */
export interface Elements {
  from: Sql;
  subPlace: (sub: string) => Place;
}

export function elementsOf(type: ResourceType, account: string, { extension, attribute }: AttributePath): Elements {
  if (type.name === 'User' && attribute.name === 'groups') {
    const from = sql`members m join teams element on element.account = m.account and element.id = m.team_id
      where m.account = ${account} and m.user_id = users.id and element.owner = 'idp'`;
    return { from, subPlace: relatedPlace({ value: 'element.id', display: 'element.name', type: `'direct' collate "binary"` }) };
  }
  if (type.name === 'Group' && attribute.name === 'members') {
    const from = sql`members m join users element on element.account = m.account and element.id = m.user_id
      where m.account = ${account} and m.team_id = teams.id`;
    return { from, subPlace: relatedPlace({ value: 'element.id', display: 'element.display_name', type: `'User' collate "binary"` }) };
  }
  const names = [extension, attribute.name].filter((name) => name !== null);
  const from = sql`json_each(resource, ${`$${names.map((name) => `."${name}"`).join('')}`}) element where true`;
  return { from, subPlace: (sub) => ({ value: sql`json_extract(element.value, ${`$."${sub}"`})`, folded: false }) };
}

/** `$ref` is an address that depends on how the client reached us: no statement can know it. */
function relatedPlace(places: Readonly<Record<string, string>>): (sub: string) => Place {
  return (sub) => ({ value: ownText((Object.hasOwn(places, sub) ? places[sub] : undefined) ?? 'null'), folded: false });
}

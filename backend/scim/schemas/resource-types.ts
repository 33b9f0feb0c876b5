import type { Schema } from './attribute.ts';
import { enterpriseUserSchema } from './enterprise-user.ts';
import { groupSchema } from './group.ts';
import { spekitGroupSchema, spekitUserSchema } from './spekit.ts';
import { userSchema } from './user.ts';

/** RFC 7643 §6. */
export interface ResourceType {
  name: 'User' | 'Group';
  endpoint: '/Users' | '/Groups';
  description: string;
  schema: Schema;
  extensions: readonly Schema[];
}

export const userType: ResourceType = {
  name: 'User',
  endpoint: '/Users',
  description: 'A person whom the identity provider assigned to Spekit',
  schema: userSchema,
  extensions: [enterpriseUserSchema, spekitUserSchema],
};

export const groupType: ResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  description: 'A group that the identity provider pushes: a team in Spekit',
  schema: groupSchema,
  extensions: [spekitGroupSchema],
};

export const resourceTypes: readonly ResourceType[] = [userType, groupType];

import type { ApiOperation } from './operation.ts';

/** Where each request of the hints API goes. It stands apart from the schemas, which `operations.ts` adds: the companion can listen
 *  before they are loaded. */
export const paths = {
  status: { method: 'GET', path: '/status' },
  lookup: { method: 'POST', path: '/lookup' },
  changes: { method: 'GET', path: '/changes' },
  search: { method: 'GET', path: '/search' },
  why: { method: 'GET', path: '/why' },
  getPages: { method: 'GET', path: '/pages' },
  setPages: { method: 'PUT', path: '/pages' },
  removePages: { method: 'DELETE', path: '/pages' },
  setConnection: { method: 'POST', path: '/account/connection' },
  listUsers: { method: 'GET', path: '/spekit/users' },
  getUser: { method: 'GET', path: '/spekit/users/{id}' },
  inviteUser: { method: 'POST', path: '/spekit/users' },
  editUser: { method: 'PATCH', path: '/spekit/users/{id}' },
  changeRole: { method: 'PUT', path: '/spekit/users/{id}/role' },
  deactivateUser: { method: 'POST', path: '/spekit/users/{id}/deactivate' },
  reactivateUser: { method: 'POST', path: '/spekit/users/{id}/reactivate' },
  deleteUser: { method: 'DELETE', path: '/spekit/users/{id}' },
  listTeams: { method: 'GET', path: '/spekit/teams' },
  getTeam: { method: 'GET', path: '/spekit/teams/{id}' },
  createTeam: { method: 'POST', path: '/spekit/teams' },
  editTeam: { method: 'PATCH', path: '/spekit/teams/{id}' },
  deleteTeam: { method: 'DELETE', path: '/spekit/teams/{id}' },
  releaseTeam: { method: 'POST', path: '/spekit/teams/{id}/release' },
  listMembers: { method: 'GET', path: '/spekit/teams/{id}/members' },
  addMember: { method: 'POST', path: '/spekit/teams/{id}/members' },
  removeMember: { method: 'DELETE', path: '/spekit/teams/{id}/members/{userId}' },
} as const satisfies Record<string, Pick<ApiOperation, 'method' | 'path'>>;

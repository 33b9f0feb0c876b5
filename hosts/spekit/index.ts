import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { connectPage } from './connect.ts';
import { manageTeams } from './manage-teams.ts';
import { manageUsers } from './manage-users.ts';
import { team } from './team.ts';
import { user } from './user.ts';

/** Every page of Spekit that is marked. */
export const spekitPages: readonly PageDeclaration[] = [team, manageUsers, manageTeams, user, connectPage];

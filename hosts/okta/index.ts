import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { app } from './app.ts';
import { assignments } from './assignments.ts';
import { general } from './general.ts';
import { group } from './group.ts';
import { groups } from './groups.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { provisioning } from './provisioning.ts';
import { pushGroups } from './push-groups.ts';

/** Every page of Okta's admin console that is marked. */
export const oktaPages: readonly PageDeclaration[] = [pushGroups, assignments, provisioning, general, group, groups, person, people, app];

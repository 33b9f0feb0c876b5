import type { Person } from '../../state.ts';
import { words } from './words.ts';

/** What *More Actions* offers for a person, by the state the person is in. */
export interface PersonChange {
  word: 'Activate' | 'Suspend' | 'Unsuspend' | 'Deactivate' | 'Delete';
  act: 'activate-person' | 'suspend-person' | 'deactivate-person' | 'delete-person';
  danger: boolean;
  text: (person: Person) => string;
}

const activate: PersonChange = { word: 'Activate', act: 'activate-person', danger: false, text: words.activatePerson };
const suspend: PersonChange = { word: 'Suspend', act: 'suspend-person', danger: true, text: words.suspendPerson };
const unsuspend: PersonChange = { word: 'Unsuspend', act: 'activate-person', danger: false, text: words.unsuspendPerson };
const deactivate: PersonChange = { word: 'Deactivate', act: 'deactivate-person', danger: true, text: words.deactivatePerson };
const remove: PersonChange = { word: 'Delete', act: 'delete-person', danger: true, text: words.deletePerson };

const offered: Readonly<Record<Person['status'], readonly PersonChange[]>> = {
  Active: [suspend, deactivate],
  Suspended: [unsuspend, deactivate],
  Deactivated: [activate, remove],
};

export const changesOf = ({ status }: Person): readonly PersonChange[] => offered[status];

import type { App, Group, Person } from '../../state.ts';
import { fullName } from '../../state.ts';

/** Texts of dialogs and panes that both renderings show. */
export const words = {
  deactivatePerson: (person: Person): string =>
    `Are you sure you want to deactivate ${fullName(person)}? They will not be able to sign in, and all of their application assignments are removed.`,
  activatePerson: (person: Person): string => `${fullName(person)} will be able to sign in again. Applications have to be assigned anew.`,
  suspendPerson: (person: Person): string =>
    `Are you sure you want to suspend ${fullName(person)}? They will not be able to sign in. Their application assignments and groups are kept.`,
  unsuspendPerson: (person: Person): string => `${fullName(person)} will be able to sign in again, with the same applications.`,
  deletePerson: (person: Person): string =>
    `Are you sure you want to delete ${fullName(person)}? Everything that Okta knows of this person is lost. This cannot be undone.`,
  unassign: (person: Person, app: App): string =>
    `Are you sure you want to unassign ${fullName(person)} from ${app.label}? Their account there may be deactivated.`,
  unassignGroup: (group: Group, app: App): string =>
    `Are you sure you want to unassign ${group.name} from ${app.label}? Members who have no other assignment lose access.`,
  convert: 'Their access and attributes are managed by the group from now on.',
  nothingToConvert: 'No individual assignment can be converted: nobody of these is in a group that assigns the application.',
  deleteGroup: (group: Group): string =>
    `Are you sure you want to delete the group ${group.name}? Its members stay in Okta. Groups that were pushed to applications are no longer pushed.`,
  deactivatePush: (group: Group): string => `Changes to ${group.name} are not pushed until group push is activated again.`,
  deactivateApp: (app: App): string => `Deactivate ${app.label}? People can no longer use it, and nothing is provisioned or pushed to it.`,
  adminRoles: 'No admin roles are assigned.',
  groupApps: 'This group is not assigned to any applications.',
  directories: 'This group is not provisioned to any directory.',
  noImport: 'Import is not supported by this application’s provisioning configuration.',
  toOkta: 'No user import is configured: the application is not a source of profiles.',
} as const;

export const toAppSwitches = [
  { key: 'create', label: 'Create Users', text: 'Creates or links a user in the app when assigning the app to a user in Okta.' },
  {
    key: 'update',
    label: 'Update User Attributes',
    text: 'Okta updates a user’s attributes in the app when the app is assigned. Future attribute changes made to the Okta user profile overwrite the corresponding attribute value in the app.',
  },
  {
    key: 'deactivate',
    label: 'Deactivate Users',
    text: 'Deactivates a user’s account in the app when it is unassigned in Okta or their Okta account is deactivated. Accounts can be reactivated if the app is reassigned to a user in Okta.',
  },
] as const;

export const flavours = [
  { value: 'put', label: 'PUT', text: 'as apps made with the App Integration Wizard' },
  { value: 'patch', label: 'PATCH', text: 'as apps from the integration catalog' },
] as const;

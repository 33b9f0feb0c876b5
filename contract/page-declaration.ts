import { z } from 'zod';
import { actions, oktaSettings } from '../ownership/actions.ts';

/** A page of a host app, told as a person sees it. Pure data: it can come from the bundle, from a page pack, or from an admin who pointed at an example. */

/** What words must be, in any case: the source of a regular expression that fits the whole text. `Delete team` fits itself. */
export const wording = z.string().min(1).max(400).refine(compiles, 'must be the source of a regular expression');

/** An address with places: `/admin/group/{groupId}`, `mailto:{email}`. A place fits one path segment. */
export const addressTemplate = z
  .string()
  .max(200)
  .regex(/^(\/|mailto:)/, 'must begin with / or mailto:');

/** Roles that a locator can name; the elements that have them by nature are known to `overlay/`. */
export const locatorRoles = ['heading', 'tab', 'button', 'link', 'option', 'columnheader', 'dialog'] as const;

/** One way to find what tells a page, or shows that it is as expected. Alternatives stand in a list, the most trusted first; a class name
 *  comes last. */
export const signSchema = z.union([
  z.strictObject({ link: addressTemplate }).meta({ description: 'Links whose address fits' }),
  z.strictObject({ column: wording }).meta({ description: 'The cells under a column header' }),
  z.strictObject({ role: z.enum(locatorRoles), name: wording.optional(), selected: z.literal(true).optional() }),
  z.strictObject({ text: wording, anywhere: z.literal(true).optional() }).meta({
    description: 'The element whose own words fit, outside links, buttons and tabs unless `anywhere`; never in the banner or navigation',
  }),
  z.strictObject({ label: wording }).meta({ description: 'Form fields of that label, placeholder or name' }),
  z.strictObject({ hash: wording }).meta({ description: 'The page itself, when the fragment of its address fits' }),
  z.strictObject({ css: z.string().min(1).max(300) }).meta({ description: 'The last resort' }),
]);
const signs = z.array(signSchema).min(1).max(12);
/** One way to find something of a page that is told. */
export const locatorSchema = z.union([
  ...signSchema.options,
  z.strictObject({ beside: wording, icon: wording.optional() }).meta({
    description: 'The first words of each row that has a control of that name, or a nameless one with such a picture',
  }),
]);
const alternatives = z.array(locatorSchema).min(1).max(12);

export const subjectKinds = ['user', 'team'] as const;

/** What it comes to that the companion has never heard of a subject; each has its words under `marks.unheard` in `locales/en.json`. */
export const unheardCodes = ['person-not-sent', 'group-not-sent', 'group-not-pushed', 'group-assigned'] as const;

/** A setting of the Spekit app in Okta. */
export const oktaSettingSchema = z.enum(oktaSettings);

/** What of a page is explained beside it, each with its words under `explains` in `locales/en.json`: a setting by how it is set, the account's
 *  connection by how it stands. */
export const explainCodes = [
  ...oktaSettings,
  'base-url',
  'unique-identifier',
  'provisioning-actions',
  'test-connector',
  'refresh-app-groups',
  'connection',
] as const;

/** Subjects that the page shows many of. The first alternative that finds anything is kept. */
export const listSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(subjectKinds),
  names: alternatives,
  /** Whether the words found are a name or an email. A link's places (`email`, `externalId`) say more than its words. */
  by: z.enum(['name', 'email']).optional(),
  /** The owner's icon in a row, to tell two of one name apart where the page does. */
  icon: wording.optional(),
  /** The page is about this list: page health misses it when nothing of it is found. */
  expected: z.literal(true).optional(),
  /** A strip sums the list up: how many of it Okta manages, how fresh that is, and what needs attention. */
  summed: z.literal(true).optional(),
  /** What a row calls the state of its push: a control or words of the row. Its first word is one of `marks.states` in `locales/en.json`. */
  state: wording.optional(),
  /** Each of these is a member of the page's own subject, or has it as a member: who has not arrived in Spekit is marked. */
  membership: z.literal(true).optional(),
  /** For this list, instead of the page's `showsUnknown`. */
  showsUnknown: z.enum(unheardCodes).optional(),
});

/** The one subject that the whole page is about: told by its address or its heading. */
export const pageSubjectSchema = z.strictObject({
  kind: z.enum(subjectKinds),
  names: alternatives,
  /** Where its words say more than its name: in brackets, what of them is the name (`manage users of (.+)`). */
  called: wording.optional(),
  /** Links to its members, counted for what a push of it will come to. Their address names Okta's user id (`externalId`). */
  members: z.strictObject({ link: addressTemplate }).optional(),
});

/** A control whose act has a rule. The guard looks for it on the path of the event only. */
export const controlSchema = z.strictObject({
  id: z.string(),
  action: z.enum(actions),
  /** Its accessible name, the subject's own name taken out. */
  name: wording,
  /** For a control without any name: what its picture is called (`trash`). */
  icon: wording.optional(),
  /** A line of the dialog (or form) it stands in. Without it the control counts anywhere on the page. */
  within: wording.optional(),
  /** Counts only where the nearest subject is of this kind. */
  row: z.enum(subjectKinds).optional(),
  /** What a line of its row must say. Where the row says something else, the control is about that, and does nothing that concerns us. */
  rowSays: wording.optional(),
  /** The act touches a subject of this kind; `none` where it touches the account as a whole. */
  of: z.enum([...subjectKinds, 'none']),
  /** The subject is what this field has chosen. */
  chosen: alternatives.optional(),
  /** The subject is yet to be, under the name typed here. */
  creates: alternatives.optional(),
  /** It is this act only where one of these fields was edited; the edited value is the new name. */
  changed: alternatives.optional(),
  /** It is this act only where a person has turned that setting so, which stands in the same form. */
  turned: z.strictObject({ setting: oktaSettingSchema, on: z.boolean() }).optional(),
  /** The subject is what the control's row calls first: a choice of names that are no subjects of the page. */
  named: z.literal(true).optional(),
  /** Any choice, whatever it is called, that the page suggests for the field of that label. */
  suggestedFor: wording.optional(),
  /** The act touches the rows that are ticked, and is none without one. */
  ticked: z.literal(true).optional(),
  /** The act touches the rows that say they come by the rule that the dialog names; which those are may not be known. */
  byRule: z.literal(true).optional(),
  /** The act touches the groups whose names fit what this field holds; which those are may not be known. */
  fits: alternatives.optional(),
  /** What it comes to is said in its dialog already, before it is pressed. */
  previewed: z.literal(true).optional(),
});

/** Words of a page whose meaning for Spekit they do not tell themselves: it stands beside them. */
export const explainSchema = z.strictObject({
  says: z.enum(explainCodes),
  by: alternatives,
  /** A control among others, with no room beside it: a sign at its corner says it. */
  corner: z.literal(true).optional(),
});

export const pageSchema = z.strictObject({
  id: z.string().regex(/^(okta|spekit)\.[a-z-]+$/),
  path: addressTemplate.optional(),
  /** The page belongs to an app of Okta: only the Spekit app's is marked. */
  app: z.literal(true).optional(),
  /** Each of these must be found by one of its alternatives for the page to be this one. */
  shows: z.array(signs).max(4),
  subject: pageSubjectSchema.optional(),
  lists: z.array(listSchema),
  controls: z.array(controlSchema),
  explains: z.array(explainSchema).optional(),
  /** What page health misses when it is not there. */
  expects: z.array(z.strictObject({ id: z.string(), by: signs })),
  /** A subject that the companion does not know is marked too, in these words: here that is news. */
  showsUnknown: z.enum(unheardCodes).optional(),
});

export type Sign = z.infer<typeof signSchema>;
export type Locator = z.infer<typeof locatorSchema>;
export type LocatorRole = (typeof locatorRoles)[number];
export type SubjectKind = (typeof subjectKinds)[number];
export type ExplainCode = (typeof explainCodes)[number];
export type Unheard = (typeof unheardCodes)[number];
export type ListDeclaration = z.infer<typeof listSchema>;
export type ControlDeclaration = z.infer<typeof controlSchema>;
export type PageDeclaration = z.infer<typeof pageSchema>;

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'i') instanceof RegExp;
  } catch {
    return false;
  }
}

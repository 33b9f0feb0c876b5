import { z } from 'zod';

const host = z
  .string()
  .max(255)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/, 'A host, as acme-admin.okta.com');
/** `HH:MM`, or '' for none. */
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'A time of day, as 18:30');

/** A companion, and which consoles of Okta are its. */
const connection = z.object({
  /** The companion's origin, e.g. `http://127.0.0.1:4680`. */
  companionUrl: z.string().max(2048),
  /** The companion's viewer or admin token. Never leaves the worker and our own pages. */
  token: z.string().max(1024),
  /** Which app of Okta is Spekit's (`0oa…`), where it is to be another than the one recognised. */
  oktaAppInstanceId: z.string().max(64),
  /** What the profile is called; '' for one that needs no name. */
  name: z.string().max(100),
  /** Admin consoles whose pages ask this companion, e.g. `acme-admin.okta.com`. None: all that no other profile names. */
  oktaHosts: z.array(host).max(20),
});

/** Another companion or account beside the first. */
export const profileSchema = connection.extend({ id: z.string().min(1).max(40) });

/** What of ours is shown on a host app's pages. Warnings are no part of it: whoever switches off marks must still be asked first. */
export const hideable = ['marks', 'strips', 'notices'] as const;

export const themes = ['system', 'light', 'dark'] as const;
/** `browser`: the browser's own, as far as there are words in it. */
export const chosenLanguages = ['browser', 'en', 'de', 'ja'] as const;
export type ChosenLanguage = (typeof chosenLanguages)[number];

/** Every setting. What stands at the top is the first profile's connection; all others are in `profiles`. An administrator may set each of
 *  them by policy under the same name (`public/managed-schema.json`). */
export const settingsSchema = connection.extend({
  profiles: z.array(profileSchema).max(20),
  /** Id of the profile that Spekit's pages and our own use; '' for the first one. */
  profile: z.string().max(40),
  oktaMarks: z.boolean(),
  oktaStrips: z.boolean(),
  oktaNotices: z.boolean(),
  spekitMarks: z.boolean(),
  spekitStrips: z.boolean(),
  spekitNotices: z.boolean(),
  /** Between these two, in the browser's time and across midnight if need be, no notification is shown. */
  quietFrom: time,
  quietTo: time,
  theme: z.enum(themes),
  language: z.enum(chosenLanguages),
});

export type Connected = z.infer<typeof connection>;
export type Profile = z.infer<typeof profileSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settingNames: readonly SettingName[] = settingsSchema.keyof().options;

/** Of what is stored. A new one has its migration in `settings.ts`. */
export const settingsVersion = 2;

export const nothingSet: Settings = {
  companionUrl: '',
  token: '',
  oktaAppInstanceId: '',
  name: '',
  oktaHosts: [],
  profiles: [],
  profile: '',
  oktaMarks: true,
  oktaStrips: true,
  oktaNotices: true,
  spekitMarks: true,
  spekitStrips: true,
  spekitNotices: true,
  quietFrom: '',
  quietTo: '',
  theme: 'system',
  language: 'browser',
};

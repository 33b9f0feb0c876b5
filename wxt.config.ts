import { defineConfig } from 'wxt';
import { messageFiles } from './scripts/locales/messages.ts';

/** Okta's admin consoles, Spekit, and a companion on this machine. Each line stands in `docs/permissions.md` with its reason. */
const hosts = [
  'https://*.okta.com/*',
  'https://*.oktapreview.com/*',
  'https://*.okta-emea.com/*',
  'https://*.okta-gov.com/*',
  'https://*.okta.mil/*',
  'https://app.spekit.co/*',
];
const loopback = ['http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // The browser keeps the words, in the language that it has chosen: they weigh on no bundle. Read anew for each build while developing.
  hooks: { 'build:publicAssets': (_, assets) => void assets.push(...messageFiles()) },
  // A reader sees where each name comes from.
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv3{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    default_locale: 'en',
    name: mode === 'production' ? '__MSG_extension_name__' : `__MSG_extension_name__ (${mode})`,
    description: '__MSG_extension_description__',
    permissions: ['storage', 'alarms', 'scripting'],
    host_permissions: [
      ...hosts,
      ...(mode === 'production' ? [] : ['https://*.okta.localhost/*', 'https://app.spekit.localhost/*']),
      ...loopback,
    ],
    // Asked for when somebody switches them on.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // The settings that an administrator may set by policy. Firefox needs no schema: its policy is a file of the administrator's.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sourcemark@sourcemark.dev',
          strict_min_version: '142.0',
          // The names and addresses of users that a page shows go to the companion, which is a server, if one of the admin's own.
          data_collection_permissions: { required: ['personallyIdentifyingInfo'] },
        },
      },
    }),
  }),
});

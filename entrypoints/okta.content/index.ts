import { defineContentScript } from 'wxt/utils/define-content-script';
import { arrive } from '../../content/arrive.ts';
import { untilToldToLeave } from '../../content/leave.ts';
import { ask, isAlive } from '../../content/send.ts';
import { oktaPages } from '../../hosts/okta/index.ts';

const clouds = ['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'okta.mil'];
// The playground's own address stands in development builds only.
const hosts = import.meta.env.MODE === 'production' ? clouds : [...clouds, 'okta.localhost'];

export default defineContentScript({
  matches: hosts.map((host) => `https://*.${host}/*`),
  // Admin consoles only, never the pages of end users: Chrome's patterns cannot say it, globs can.
  includeGlobs: ['https://*-admin.*'],
  // The guard must stand before the page's first listener does.
  runAt: 'document_start',
  main: ({ signal }) => {
    if (/-admin\./.test(location.host)) arrive({ host: 'okta', pages: oktaPages, ask, alive: isAlive, signal: untilToldToLeave(signal) });
  },
});

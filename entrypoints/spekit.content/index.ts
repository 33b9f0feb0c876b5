import { defineContentScript } from 'wxt/utils/define-content-script';
import { arrive } from '../../content/arrive.ts';
import { untilToldToLeave } from '../../content/leave.ts';
import { ask, isAlive } from '../../content/send.ts';
import { spekitPages } from '../../hosts/spekit/index.ts';

// The playground's own address stands in development builds only.
const hosts = import.meta.env.MODE === 'production' ? ['app.spekit.co'] : ['app.spekit.co', 'app.spekit.localhost'];

export default defineContentScript({
  matches: hosts.map((host) => `https://${host}/*`),
  // The guard must stand before the page's first listener does.
  runAt: 'document_start',
  main: ({ signal }) => arrive({ host: 'spekit', pages: spekitPages, ask, alive: isAlive, signal: untilToldToLeave(signal) }),
});

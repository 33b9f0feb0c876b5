import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { withNewer } from '../../content/newer-pages.ts';
import { recognise } from '../../content/recognise.ts';
import { ask } from '../../content/send.ts';
import { startTeaching } from '../../content/teach/teach.ts';
import { oktaPages } from '../../hosts/okta/index.ts';
import { spekitPages } from '../../hosts/spekit/index.ts';
import { emailText } from '../../hosts/words.ts';

/** Brought into a tab when somebody chooses *Teach this page* in the popup. */
export default defineUnlistedScript(async () => {
  const host = location.host.startsWith('app.spekit.') ? 'spekit' : 'okta';
  const builtIn = host === 'spekit' ? spekitPages : oktaPages;
  const served = (await ask('pages.served', { host })) ?? [];
  const [page] = recognise(withNewer(served, builtIn), () => true);
  startTeaching({ host, known: page?.declared ?? null, emails: { text: emailText, anywhere: true }, ask });
});

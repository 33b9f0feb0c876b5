import type { Place } from './place.ts';

/** The pages of the playground that show the most. Names under `.localhost` reach this machine in every browser. */
export function playgroundPages({ playgroundPort }: Place): { okta: string; spekit: string } {
  return {
    okta: `https://acme-admin.okta.localhost:${playgroundPort}/admin/dashboard`,
    spekit: `https://app.spekit.localhost:${playgroundPort}/`,
  };
}

/** What a person does now to see Sourcemark in a Chrome of their own. */
export function nextSteps(place: Place, extension: string, token: string): string {
  const { okta, spekit } = playgroundPages(place);
  return `
Sourcemark is ready, on this machine only.

  1. Load the extension: open chrome://extensions, switch on Developer mode, choose "Load unpacked" and this folder:
       ${extension}
  2. Connect it: click Sourcemark's icon, open its options, fill in and save
       Companion URL   http://127.0.0.1:${place.companionPort}
       Access token    ${token}
  3. Open the two consoles (accept the certificate, which was made for this run), push a group in Okta and look at Manage Teams:
       Okta            ${okta}
       Spekit          ${spekit}

What companion and playground say is in ${place.data}. Ctrl-C stops everything.
`;
}

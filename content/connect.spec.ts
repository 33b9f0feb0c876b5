import { expect, type Page, test } from '@playwright/test';
import { news, notice, openHostPage, ourDialog, spekit, strips, synced, told } from '../test/parts/session-page.ts';

const log = '<ol id="log"></ol>';
const say = `const say = (text) => log.append(Object.assign(document.createElement('li'), { textContent: text }));`;
const nav = '<nav><a href="#users">Teams &amp; Users</a><a href="#connect" id="section">Connect</a></nav>';

/** Connect, in markups that have nothing in common but what a person reads; `press` tries to connect. */
const pages: Record<string, { html: string; script: string; press(page: Page): Promise<void> }> = {
  'a button, pressed by the mouse': {
    html: `${nav}<main><h1>Connect</h1><p>SSO and SCIM</p><button id="go">Connect with SSO/SCIM</button></main>${log}`,
    script: `${say} go.onmousedown = () => say('connected');`,
    press: (page) => page.locator('#go').click(),
  },
  'a div with a role, pressed by Space': {
    html: `${nav}<div class="title">Connect</div><div role="button" tabindex="0" id="go"><span>Connect to Okta</span></div>${log}`,
    script: `${say} go.onkeydown = (e) => e.key === ' ' && say('connected');`,
    press: (page) => page.locator('#go').press('Space'),
  },
  'a form on the page, sent by Enter in its field': {
    html: `<div>${nav}<main><section><h2>Connect with SSO/SCIM</h2><form id="f"><label>Workspace name <input id="go"></label><button>Connect</button></form></section></main></div>${log}`,
    script: `${say} f.onsubmit = (e) => { e.preventDefault(); say('connected'); };`,
    press: (page) => page.locator('#go').press('Enter'),
  },
  'a row among other integrations': {
    html: `${nav}<main><h1>Integrations</h1><table><tr><td>Salesforce</td><td><button id="other">Connect</button></td></tr>
      <tr><td>Okta</td><td><button id="go">Connect with SSO/SCIM</button></td></tr></table></main>${log}`,
    script: `${say} other.onclick = () => say('another'); go.onclick = () => say('connected');`,
    press: (page) => page.locator('#go').click(),
  },
  'a card among other integrations, all of which say no more than Connect': {
    html: `${nav}<div><h2>Integrations</h2><section><div class="c"><p><b>Salesforce</b></p><p>Sync fields</p><div><button id="other">Connect</button></div></div>
      <div class="c"><p><b>Okta</b></p><p>SSO and SCIM</p><div><button id="go">Connect</button></div></div></section></div>${log}`,
    script: `${say} other.onclick = () => say('another'); go.onclick = () => say('connected');`,
    press: (page) => page.locator('#go').press('Enter'),
  },
  'the last of the steps in a dialog': {
    html: `${nav}<main><h1>Connect</h1><button>Sync now</button></main><div role="dialog" aria-label="Connect with SSO/SCIM"><p>Download the sheet</p><a href="#" id="go">Upload</a></div>${log}`,
    script: `${say} go.onclick = (e) => { e.preventDefault(); say('connected'); };`,
    press: (page) => page.locator('#go').click(),
  },
};

for (const [markup, page_] of Object.entries(pages)) {
  test.describe(`Connect as ${markup}`, () => {
    for (const type of ['sandbox', 'additional'] as const)
      test(`is blocked for ${type === 'sandbox' ? 'a sandbox' : 'an additional account'}`, async ({ page }) => {
        await openHostPage(page, `${spekit}/app/settings`, page_, { account: { type, connection: 'not-connected' } });
        await known(page);
        await page_.press(page);
        await expect(ourDialog(page)).toBeVisible();
        await ourDialog(page).getByRole('button', { name: 'Close' }).click();
        await expect(page.locator('#log li')).toHaveCount(0);
        expect((await told(page)).dialogs).toMatchObject([{ action: 'idp.connect', verdict: 'block', reason: 'connect-production-only' }]);
      });

    test('goes through for the production account', async ({ page }) => {
      await openHostPage(page, `${spekit}/app/settings`, page_, { account: { type: 'production', connection: 'not-connected' } });
      await known(page);
      await page_.press(page);
      await expect(page.locator('#log li')).toHaveText(['connected']);
      expect((await told(page)).dialogs).toEqual([]);
      await expect(notice(page)).toHaveCount(0);
    });

    test('leaves the way to it alone', async ({ page }) => {
      await openHostPage(page, `${spekit}/app/settings`, page_, { account: { type: 'sandbox', connection: 'not-connected' } });
      await known(page);
      await page.locator('#section').click();
      await expect(page).toHaveURL(/#connect$/);
      expect((await told(page)).dialogs).toEqual([]);
    });
  });

  // Behind an open dialog nobody reads.
  if (!page_.html.includes('dialog'))
    test(`Connect as ${markup} says how the account stands, and how fresh its sync is; pressed, what that means`, async ({ page }) => {
      const account = { type: 'production', connection: 'not-connected' } as const;
      await openHostPage(page, `${spekit}/app/settings`, page_, { account });
      await expect(strips(page)).toHaveAccessibleName('Not connected with Okta');
      await expect(strips(page)).toBeVisible();
      await news(page, { seq: 8, account: { ...account, connection: 'staging' } });
      await expect(strips(page)).toHaveAccessibleName('Okta is being connected');
      await news(page, { seq: 9, account: { ...account, connection: 'connected', syncedAt: synced(3).lastSyncedAt } });
      await expect(strips(page)).toHaveAccessibleName(/^Connected with Okta · last sync \d s ago$/);
      const age = await strips(page).getAttribute('aria-label');
      await expect.poll(() => strips(page).getAttribute('aria-label')).not.toBe(age);
      await strips(page).press('Enter');
      await expect(notice(page)).toContainText('Whom Okta manages is changed in Okta');
      await news(page, { seq: 10, account: { ...account, type: 'sandbox' } });
      await expect(strips(page)).toHaveAccessibleName('Cannot be connected');
      await news(page, { reach: 'unreachable' });
      await expect(strips(page)).toHaveCount(0);
    });
}

/** The session has told which page it stands on, and so has its account. */
async function known(page: Page): Promise<void> {
  await expect
    .poll(async () => (await told(page)).messages.find(({ name }) => name === 'page.report')?.request)
    .toMatchObject({ page: 'spekit.connect' });
}

for (const [markup, one] of Object.entries(pages).filter(([, { html }]) => html.includes('Salesforce')))
  test(`another product is connected as before, whatever account it is, as ${markup}`, async ({ page }) => {
    await openHostPage(page, `${spekit}/app/settings`, one, { account: { type: 'sandbox', connection: 'not-connected' } });
    await known(page);
    await page.locator('#other').click();
    await expect(page.locator('#log li')).toHaveText(['another']);
    expect((await told(page)).dialogs).toEqual([]);
  });

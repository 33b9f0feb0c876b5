import { expect, type Page, test } from '@playwright/test';
import { badges, notice, okta, openHostPage, ourDialog, team, told } from '../test/parts/session-page.ts';

const log = '<ol id="log"></ol>';
const apps = ['Salesforce', 'Spekit', 'Slack'];
const script = `const log = document.getElementById('log');
  for (const button of document.querySelectorAll('button,a[id]')) button.addEventListener('click', () => log.append(Object.assign(document.createElement('li'), { textContent: button.id })));`;

/** A group's *Applications*: the apps that it assigns, with a way to take each away, and the dialog that assigns more. */
const pages: Record<string, string> = {
  'tables, and a dialog': `<div id="content"><h1>Sales</h1><ul><li><a href="#tab-people">People</a></li><li><a href="#tab-apps">Applications</a></li></ul>
    <table><thead><tr><th>Application</th><th></th></tr></thead><tbody>
    ${apps.map((app) => `<tr><td><a href="/admin/app/${app.toLowerCase()}/instance/0oa${app}">${app}</a></td><td><button id="remove ${app}" title="Remove">×</button></td></tr>`).join('')}</tbody></table></div>
    <div role="dialog" aria-label="Assign Applications to Sales" style="position:fixed;left:500px;top:200px"><table>
    ${apps.map((app) => `<tr><td>${app}</td><td><a role="button" tabindex="0" id="assign ${app}">Assign</a></td></tr>`).join('')}</table></div>${log}`,
  'boxes, without a role but for buttons': `<div class="p"><div><h2>Sales</h2></div><section><h3>Assigned applications</h3>
    ${apps.map((app) => `<div class="r"><div><b>${app}</b></div><div><button id="remove ${app}">Unassign</button></div></div>`).join('')}</section></div>
    <div class="o" style="position:fixed;left:500px;top:200px"><p>Assign apps to Sales</p>
    ${apps.map((app) => `<div class="r"><div><b>${app}</b></div><div><button id="assign ${app}">Assign</button></div></div>`).join('')}</div>${log}`,
};

async function open(page: Page, html: string): Promise<void> {
  await openHostPage(page, `${okta}/admin/group/00g1emaKYZTWRYYRRTSA`, { html, script }, { facts: [team('Sales')] });
  await expect(badges(page)).toHaveCount(1);
}

for (const [markup, html] of Object.entries(pages)) {
  test.describe(`a group’s apps as ${markup}`, () => {
    test('before Spekit is taken from the group, what is expected of it is told; then it is done once', async ({ page }) => {
      await open(page, html);
      await page.locator('[id="remove Spekit"]').click();
      await expect(ourDialog(page)).toBeVisible();
      await expect(page.locator('#log li')).toHaveCount(0);
      await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
      await expect(page.locator('#log li')).toHaveText(['remove Spekit']);
      expect((await told(page)).dialogs).toMatchObject([{ action: 'okta.group.unassign', verdict: 'warn', name: 'Sales' }]);
    });

    test('that Spekit is given to the group is told in passing, by keyboard too', async ({ page }) => {
      await open(page, html);
      await page.locator('[id="assign Spekit"]').focus();
      await page.locator('[id="assign Spekit"]').press('Enter');
      await expect(notice(page)).toContainText('This creates a user in Spekit for each member of Sales');
    });

    test('other apps are none of ours: nothing is said, and nobody is taken for a member', async ({ page }) => {
      await open(page, html);
      for (const name of ['remove Salesforce', 'assign Slack']) await page.locator(`[id="${name}"]`).click();
      await expect(page.locator('#log li')).toHaveText(['remove Salesforce', 'assign Slack']);
      await expect(notice(page)).toHaveCount(0);
      expect((await told(page)).dialogs).toEqual([]);
    });
  });
}

import { expect, test } from '@playwright/test';
import { badges, openHostPage, ourDialog, spekit, team } from '../test/parts/session-page.ts';

test('with marks, strips and notices switched off a page shows nothing of ours; a warning comes all the same', async ({ page }) => {
  const rows = ['Sales', 'Partners'].map((name) => `<tr><td>${name}</td><td><button>Delete</button></td></tr>`).join('');
  const html = `<main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th><th></th></tr></thead><tbody>${rows}</tbody></table></main>`;
  const facts = [team('Sales'), team('Partners', 'spekit')];
  await openHostPage(page, `${spekit}/app/settings`, html, { facts, hides: ['marks', 'strips', 'notices'] });
  await page.getByRole('row', { name: /Sales/ }).getByRole('button').click();
  await expect(ourDialog(page)).toBeVisible();
  await expect(badges(page)).toHaveCount(0);
  await expect(page.locator('[data-sourcemark=strip],[data-sourcemark=notice]')).toHaveCount(0);
});

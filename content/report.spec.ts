import { expect, type Page, test } from '@playwright/test';
import { badges, openHostPage, spekit, team, told } from '../test/parts/session-page.ts';

const facts = [team('Sales'), team('Support')];
const address = `${spekit}/app/settings/teams-users/manage-teams`;
const page = (rows: string, below = '') => `<main><h1>Manage Teams</h1><button>Create a Team</button>
  <table><thead><tr><th>Team name</th><th>Description</th></tr></thead><tbody>${rows}</tbody></table>${below}</main>`;
const rows = ['Sales', 'Support'].map((name) => `<tr><td>${name}</td><td>All of it</td></tr>`).join('');

/** What was missed in the last report. */
async function missing(host: Page): Promise<string[] | undefined> {
  const reports = (await told(host)).messages.filter(({ name }) => name === 'page.report');
  return (reports.at(-1)?.request as { missing: string[] } | undefined)?.missing;
}

test('a list that was there and is empty after a search is not missed', async ({ page: host }) => {
  await openHostPage(host, address, page(rows), { facts });
  await expect(badges(host)).toHaveCount(2);
  await expect.poll(() => missing(host)).toEqual([]);
  const reports = async () => (await told(host)).messages.filter(({ name }) => name === 'page.report').length;
  const before = await reports();
  await host.evaluate(() => document.querySelector('tbody')?.replaceChildren());
  await expect(badges(host)).toHaveCount(0);
  // The next report says that nothing is managed any more.
  await expect.poll(reports).toBeGreaterThan(before);
  expect(await missing(host)).toEqual([]);
});

for (const words of ['No teams yet.', 'Your search has no results', 'There are no matching teams.', '0 items', 'Nothing found']) {
  test(`a list that says “${words}” is not missed`, async ({ page: host }) => {
    await openHostPage(host, address, page('', `<p>${words}</p>`), { facts });
    await expect.poll(() => missing(host)).toEqual([]);
  });
}

test('a list that was never found, and says nothing of it, is missed', async ({ page: host }) => {
  await openHostPage(host, address, page('', '<p>Teams without a topic see all Speks.</p>'), { facts });
  await expect.poll(() => missing(host)).toEqual(['spekit.manage-teams/teams']);
});

test('a list of teams with a column of members and a button to add some is no team’s page', async ({ page: host }) => {
  const html = `<main><h1>Manage Teams</h1><button>Create a Team</button><table><tr><th>Team name</th><th>Members</th><th></th></tr>
    <tr><td>Sales</td><td>12</td><td><button>Add members</button></td></tr></table></main>`;
  await openHostPage(host, address, html, { facts });
  const last = async () => (await told(host)).messages.findLast(({ name }) => name === 'page.report')?.request;
  await expect.poll(last).toMatchObject({ page: 'spekit.manage-teams', managed: { idp: 1 }, missing: [] });
});

test('what a page was read by is told: which alternative found what was looked for, and no word of the page', async ({ page: host }) => {
  await openHostPage(host, address, page(rows), { facts });
  const report = async () =>
    (await told(host)).messages.findLast(({ name }) => name === 'page.report')?.request as { by?: Record<string, number> } | undefined;
  await expect.poll(async () => (await report())?.by).toMatchObject({ teams: 0 });
  expect(JSON.stringify(await report())).not.toMatch(/Sales|Support/);
});

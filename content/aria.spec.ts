import { expect, type Page, test } from '@playwright/test';
import { openShadows } from '../test/parts/looks.ts';
import { badges, card, notice, okta, openHostPage, spekit, strips, team } from '../test/parts/session-page.ts';

const names = ['Sales', 'Support', 'Enablement', 'Marketing', 'Partners'];
const facts = [...names.slice(0, 4).map((name) => team(name)), team('Partners', 'spekit')];
const teams = `<main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th><th>Members</th></tr></thead><tbody>
  ${names.map((name) => `<tr><td>${name}</td><td>8</td></tr>`).join('')}</tbody></table></main>`;
const pushed = `<main><h1>Spekit</h1><div role="tablist"><div role="tab" aria-selected="true">Push Groups</div></div><h2>Push Groups to Spekit</h2><table><thead><tr><th>Group in Okta</th><th>Push status</th></tr></thead><tbody>
  ${names.map((name) => `<tr><td><a href="/admin/group/00g${name}0000000001">${name}</a></td><td><button>Active</button><button>Push now</button></td></tr>`).join('')}</tbody></table></main>`;

const openTeams = async (page: Page): Promise<void> => {
  await openHostPage(page, `${spekit}/app/settings`, teams, { facts });
  await expect(badges(page)).toHaveCount(4);
};

const openPushed = async (page: Page): Promise<void> => {
  const tab = `${okta}/admin/app/acme_spekit_1/instance/0oaSpekit00000000001/#tab-group-push`;
  await openHostPage(page, tab, pushed, { facts, oktaAppInstanceId: '0oaSpekit00000000001' });
  await expect(badges(page)).toHaveCount(5);
  await expect(strips(page)).toHaveCount(1);
};

/** Of each kind of ours on the page whether anything in it is animated, or would be when it changes. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = (root: Element | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    return [...document.querySelectorAll('[data-sourcemark]')].map((host) => {
      const parts = [host, ...all(host), ...(host.shadowRoot ? all(host.shadowRoot) : [])];
      const moves = parts.some((part) => {
        const { animationName, transitionDuration } = getComputedStyle(part);
        return animationName !== 'none' || transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0);
      });
      return `${host.getAttribute('data-sourcemark')} ${moves ? 'moves' : 'rests'}`;
    });
  });

test.describe('what a screen reader is told', () => {
  test('a marked row is its own words, with the mark as one picture that has a name', async ({ page }) => {
    await openTeams(page);
    await expect(page.getByRole('row', { name: /^Sales/ })).toMatchAriaSnapshot(`
      - row /^Sales Managed by Okta, synced \\d+ seconds? ago 8$/:
        - cell /^Sales Managed by Okta, synced \\d+ seconds? ago$/:
          - img /^Managed by Okta, synced \\d+ seconds? ago$/
        - cell "8"
    `);
    await expect(page.getByRole('row', { name: /^Partners/ })).toMatchAriaSnapshot(`
      - row "Partners 8":
        - cell "Partners"
        - cell "8"
    `);
  });

  test('strip, card and notice are a button, a group of facts and a status', async ({ page }) => {
    await openPushed(page);
    await expect(strips(page)).toMatchAriaSnapshot(`- button /^4 of 5 managed by Okta · last sync \\d+ s ago$/`);
    await expect(strips(page)).toHaveAttribute('aria-expanded', 'false');
    await badges(page).first().focus();
    await expect(card(page)).toMatchAriaSnapshot(`
      - group "Sales":
        - strong: Sales
        - paragraph: /^Okta. Active · Spekit. 8 members, synced \\d+ seconds? ago$/
        - term: Managed by
        - definition: Okta
        - term: Members in Spekit
        - definition: "8"
        - link "Open Manage Teams in Spekit (opens in a new tab)"
        - textbox "Why is somebody not in this team?"
        - button "Why not?"
    `);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Push now' }).first().click();
    await expect(notice(page)).toMatchAriaSnapshot(`
      - status:
        - strong: Okta sends Sales with all its members now
        - button "Dismiss"
    `);
  });
});

test('mark, strip, card and notice do not move for those who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openShadows(page);
  await openPushed(page);
  await badges(page).first().focus();
  await expect(card(page)).toBeVisible();
  const seen = new Set(await moving(page));
  await page.getByRole('button', { name: 'Push now' }).first().click();
  await expect(notice(page)).toBeVisible();
  for (const one of await moving(page)) seen.add(one);
  expect([...seen].filter((one) => one.endsWith('moves'))).toEqual([]);
  expect([...seen].sort()).toEqual(['badge rests', 'notice rests', 'panel rests', 'strip rests']);
});

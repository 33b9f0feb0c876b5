import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { WordKey } from '../locales/words.ts';
import { aChange } from '../mocks/handlers/facts.ts';
import { catalog } from '../scripts/locales/catalogs.ts';
import { layoutFaults } from '../test/parts/layout.ts';
import { badges, card, notice, okta, openHostPage, spekit, strips, synced, team } from '../test/parts/session-page.ts';

const names = ['Account Executives', 'Sales', 'Support', 'Vertrieb', 'サポート'];
const refusal = { at: new Date().toISOString(), reason: 'invalidValue', detail: 'displayName is too long.' };
const facts = names.map((name) => team(name, name === 'Support' ? 'spekit' : 'idp', { memberCount: 1234 }));
const changes = [
  aChange({
    at: new Date().toISOString(),
    event: 'team.members-added',
    subject: { kind: 'team', id: 'id-idp-Sales', name: 'Sales' },
    facts: { names: ['Ada'], count: 3 },
  }),
];
const manageTeams = `<main><h1>Manage Teams</h1><button>Create a Team</button><div role="grid" aria-label="Teams">
  <div role="row"><span role="columnheader">Team name</span><span role="columnheader">Actions</span></div>
  ${names.map((name) => `<div role="row" style="padding:8px;width:900px"><span role="gridcell">${name}</span><span role="gridcell" style="margin-left:400px"><button>Edit ${name}</button></span></div>`).join('')}</div></main>`;
const provisioning = `<div id="content"><h1>Spekit</h1><div role="tablist"><div role="tab" aria-selected="true">Provisioning</div></div>
  <h3>Provisioning to App</h3>${['Create Users', 'Update User Attributes', 'Deactivate Users']
    .map(
      (name) =>
        `<div class="r"><div><strong>${name}</strong></div><div role="switch" tabindex="0" aria-checked="true" aria-label="Enable">on</div></div>`,
    )
    .join('')}</div>`;

/** What each says, as somebody reads it who knows the language and not our files. */
const said = {
  de: {
    badge: /^Von Okta verwaltet, synchronisiert vor \d+ Sekunden?$/,
    strip: /^4 von 5 von Okta verwaltet · letzter Sync vor \d+ s$/,
    change: /^Letzte ÄnderungOkta hat Ada und 2 weitere Personen zu Sales hinzugefügt, vor \d+ Sekunden?$/,
    members: 'Mitglieder in Spekit1.234',
    since: 'In Spekit seit02.10.2026',
  },
  ja: {
    badge: /^Okta が管理、\d+ 秒前に同期$/,
    strip: /^5 件中 4 件を Okta が管理 · 最終同期 \d+ 秒前$/,
    change: /^最終変更Okta が Ada ほか 2 人を Sales に追加しました \(\d+ 秒前\)$/,
    members: 'Spekit のメンバー1,234',
    since: 'Spekit での開始2026/10/02',
  },
};

/** The shadows of marks are closed to the page; here they are looked into. */
async function openShadows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function open(options) {
      return attach.call(this, { ...options, mode: 'open' });
    };
  });
}

const accessible = async (page: Page, what: string) =>
  expect((await new AxeBuilder({ page }).include(`[data-sourcemark="${what}"]`).analyze()).violations).toEqual([]);

test('marks say the words that the worker gave; what it did not give, the browser has', async ({ page }) => {
  const given = { language: 'de', marks_idp: 'In Oktas Hand' };
  await page.addInitScript((words) => Reflect.set(globalThis, 'given', words), given);
  await openHostPage(page, `${spekit}/app/settings`, manageTeams, { facts });
  await expect(badges(page).first()).toHaveAccessibleName(/^In Oktas Hand, synced \d+ seconds? ago$/);
  await expect(badges(page).first()).toHaveAttribute('lang', 'de');
});

for (const language of ['de', 'ja'] as const) {
  test.describe(`on a host page, in ${language}`, () => {
    const words = catalog(language);
    const say = (key: WordKey) => words.get(key) ?? '';
    const { badge, strip, change, members, since } = said[language];
    test.beforeEach(({ page }) => openShadows(page));

    test('marks and strip are told in it, say so, and have room for their words', async ({ page }) => {
      await openHostPage(page, `${spekit}/app/settings`, manageTeams, { facts }, language);
      await expect(badges(page)).toHaveCount(4);
      for (const mark of await badges(page).all()) {
        await expect(mark).toHaveAccessibleName(badge);
        await expect(mark).toHaveAttribute('lang', language);
        await expect(mark).toBeVisible();
        expect(await layoutFaults(mark)).toEqual([]);
      }
      await expect(strips(page)).toHaveAccessibleName(strip);
      await expect(strips(page)).toHaveAttribute('lang', language);
      expect(await layoutFaults(strips(page))).toEqual([]);
      await accessible(page, 'badge');
      await accessible(page, 'strip');
    });

    test('the card and the list of the strip hold their words at 320 px', async ({ page }) => {
      const troubled = facts.map((one) =>
        one.name === 'Sales' ? team('Sales', 'idp', { memberCount: 1234, sync: { ...synced(3), refusal } }) : one,
      );
      await openHostPage(page, `${spekit}/app/settings`, manageTeams, { facts: troubled, changes }, language);
      await badges(page).nth(1).hover();
      await expect(card(page)).toHaveAttribute('lang', language);
      await expect(card(page)).toContainText(members);
      await expect(card(page)).toContainText(since);
      await expect.poll(() => rowsOf(page)).toContainEqual(expect.stringMatching(change));
      await page.mouse.move(900, 500);
      await expect(card(page)).toHaveCount(0);
      await page.setViewportSize({ width: 320, height: 900 });
      await badges(page).nth(1).focus();
      await expect(card(page)).toBeVisible();
      await expect(card(page).getByRole('link')).toBeVisible();
      expect(await layoutFaults(card(page))).toEqual([]);
      await accessible(page, 'panel');
      await page.keyboard.press('Escape');
      await strips(page).focus();
      await page.keyboard.press('Enter');
      await expect(card(page).getByRole('group', { name: say('strip.only') })).toBeVisible();
      expect(await layoutFaults(card(page))).toEqual([]);
    });

    test('what a setting means stands beside it, and in a notice, at 320 px as well', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await openHostPage(
        page,
        `${okta}/admin/app/acme_spekit_1/instance/0oaSpekit00000000001/#tab-user-management`,
        provisioning,
        { facts },
        language,
      );
      const note = strips(page.locator('.r', { hasText: 'Deactivate Users' }));
      await expect(note).toHaveAccessibleName(say('explains.deactivate-users-on.short'));
      await note.click();
      await expect(notice(page)).toContainText(say('explains.deactivate-users-on.text'));
      await expect(notice(page)).toHaveAttribute('lang', language);
      await expect(notice(page).getByRole('button', { name: say('dialog.dismiss') })).toBeVisible();
      expect(await layoutFaults(notice(page))).toEqual([]);
      for (const one of await strips(page).all()) expect(await layoutFaults(one)).toEqual([]);
      await accessible(page, 'notice');
    });
  });
}

/** The lines of the card, each a name and what it is. */
function rowsOf(page: Page): Promise<string[]> {
  return card(page).evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('dt') ?? [])].map((name) => `${name.textContent}${name.nextElementSibling?.textContent}`),
  );
}

import { expect, type Page, test } from '@playwright/test';
import { foundInOurs, groundsOfOurs, misplaced, openShadows } from '../test/parts/looks.ts';
import { badges, card, notice, okta, openHostPage, strips, team } from '../test/parts/session-page.ts';

const app = `${okta}/admin/app/acme_spekit_1/instance/0oaSpekit00000000001/`;
const names = ['Sales', 'Support', 'Enablement', 'Marketing', 'Partners'];
const facts = names.slice(0, 4).map((name) => team(name));
const tabs = (selected: string) => `<div role="tablist"><div role="tab" aria-selected="true">${selected}</div></div>`;

/** Dark pages of Okta's, however they came to be dark. */
const darks: Record<string, { html: string; colorScheme: 'light' | 'dark' }> = {
  'a table that follows the system': {
    colorScheme: 'dark',
    html: `<style>:root{color-scheme:light dark}body{background:light-dark(#fff,#16171d);color:light-dark(#111,#ddd)}td,th{padding:14px 260px 14px 8px}</style>
      <main><h1>Spekit</h1>${tabs('Push Groups')}<h2>Push Groups to Spekit</h2><table><thead><tr><th>Group in Okta</th><th>Push status</th></tr></thead><tbody>
      ${names.map((name) => `<tr><td><a href="/admin/group/00g${name}0000000001" style="color:#9cf">${name}</a></td><td><button>Active</button><button>Push now</button></td></tr>`).join('')}</tbody></table></main>`,
  },
  'cards that are dark whatever the system is, on a picture': {
    colorScheme: 'light',
    html: `<style>html{background:#0b0c10}body{color:#eee}.c{padding:14px;margin:6px;background:#23252e}</style>
      <div id="content"><h1>Spekit</h1>${tabs('Push Groups')}<h2>Push Groups to Spekit</h2>
      ${names.map((name) => `<div class="c" role="listitem"><a href="/admin/group/00g${name}0000000001" style="color:#9cf">${name}</a><span style="float:right"><button>Active</button><button>Push now</button></span></div>`).join('')}</div>`,
  },
};

for (const [what, { html, colorScheme }] of Object.entries(darks)) {
  test(`on a dark page, ${what}, mark, strip, card and notice are dark, and axe finds nothing in them`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openShadows(page);
    await openHostPage(page, `${app}#tab-group-push`, html, { facts, oktaAppInstanceId: '0oaSpekit00000000001' });
    await expect(badges(page)).toHaveCount(5);
    await expect(strips(page)).toHaveAccessibleName(/^4 of 5 managed by Okta/);
    expect(await misplaced(page)).toEqual([]);
    await badges(page).nth(1).focus();
    await expect(card(page)).toContainText('Why is somebody not in this team?');
    expect(await foundInOurs(page)).toEqual([]);
    const grounds = await groundsOfOurs(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Push now' }).nth(1).click();
    await expect(notice(page)).toContainText('Okta sends Support with all its members now');
    expect(await foundInOurs(page)).toEqual([]);
    const all = { ...grounds, ...(await groundsOfOurs(page)) };
    expect(Object.keys(all).sort()).toEqual(['badge', 'notice', 'panel', 'strip']);
    for (const [kind, light] of Object.entries(all)) expect(light, kind).toBeLessThan(90);
  });
}

test('on a page that has zoomed itself, the card stands at its mark', async ({ page }) => {
  const [{ html } = { html: '' }] = Object.values(darks);
  await openHostPage(page, `${app}#tab-group-push`, html, { facts, oktaAppInstanceId: '0oaSpekit00000000001' });
  await expect(badges(page)).toHaveCount(5);
  await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'));
  await page.setViewportSize({ width: 1280, height: 1200 });
  const mark = badges(page).nth(1);
  await mark.focus();
  await expect(card(page)).toContainText('Why is somebody not in this team?');
  const gaps = async () => {
    const [at, box] = [await mark.boundingBox(), await card(page).boundingBox()];
    return at && box ? [Math.abs(box.x - at.x) < 3, box.y - at.y - at.height] : [];
  };
  await expect.poll(gaps).toEqual([true, expect.closeTo(6, -1)]);
});

const captions = ['Create Users', 'Update User Attributes', 'Deactivate Users', 'Sync Password'];
/** *Provisioning > To App*, in markups of another make. */
const settings: Record<string, string> = {
  'rows with switches at their end': `<style>.r{display:flex;justify-content:space-between;gap:12px;padding:12px;border-bottom:1px solid}</style><main><h1>Spekit</h1>${tabs('Provisioning')}<h3>Provisioning to App</h3>
    ${captions.map((name) => `<div class="r"><div><strong>${name}</strong><p>What ${name} does in the application, in a sentence that wraps.</p></div><div role="switch" tabindex="0" aria-checked="true" aria-label="Enable" style="flex:none;width:40px;height:20px;border:1px solid"></div></div>`).join('')}</main>`,
  'a form of labels, dark': `<style>body{background:#16171d;color:#ddd;font:18px/1.4 Georgia,serif}label{display:block;padding:10px 4px}</style><div id="content"><h2>Spekit</h2>${tabs('Provisioning')}<h3>Provisioning to App</h3>
    <form>${captions.map((name) => `<label><input type="checkbox"${name === 'Create Users' ? '' : ' checked'}> <span>${name}</span></label>`).join('')}</form></div>`,
};

const open = async (page: Page, html: string) => {
  await openShadows(page);
  await openHostPage(page, `${app}#tab-user-management`, html, { facts, oktaAppInstanceId: '0oaSpekit00000000001' });
  await expect(strips(page)).toHaveCount(3);
  await expect(strips(page).filter({ visible: true })).toHaveCount(3);
};

for (const [what, html] of Object.entries(settings)) {
  test.describe(`explanations beside settings, in ${what}`, () => {
    // A window of 1280 by 800 px at 200 % has room for half of it (WCAG 2.2, 1.4.4 and 1.4.10); 320 px are 400 %.
    for (const width of [640, 320])
      test(`in a window of ${width} px nothing is cut off, covered or out of it, and the notice behind them is whole`, async ({ page }) => {
        await page.setViewportSize({ width, height: 400 });
        await open(page, html);
        await expect.poll(() => misplaced(page)).toEqual([]);
        await strips(page).last().press('Enter');
        await expect(notice(page)).toBeVisible();
        const box = await notice(page).boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
        expect(await notice(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
        expect(await foundInOurs(page)).toEqual([]);
      });

    test('zoomed by the page itself they stand where their words are', async ({ page }) => {
      await open(page, html);
      await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
      // Placed anew twice: a step that is too large leads there and away again.
      for (const _ of [1, 2]) {
        await page.evaluate(() => dispatchEvent(new Event('resize')));
        await expect.poll(() => misplaced(page)).toEqual([]);
      }
    });

    test('in forced colours they have the system’s colours and an edge', async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await open(page, html);
      const looks = await strips(page).evaluateAll((all) =>
        all.map((host) => {
          const pill = host.shadowRoot?.querySelector('b') ?? host;
          const probe = document.body.appendChild(
            Object.assign(document.createElement('i'), { style: 'color:CanvasText;background:Canvas' }),
          );
          const { color: text, backgroundColor: ground } = getComputedStyle(probe);
          const { color, backgroundColor, borderTopColor, borderTopStyle } = getComputedStyle(pill);
          probe.remove();
          return [color === text, backgroundColor === ground, borderTopColor === text, borderTopStyle];
        }),
      );
      expect(looks).toEqual(Array.from({ length: 3 }, () => [true, true, true, 'solid']));
      expect(await misplaced(page)).toEqual([]);
      expect(await foundInOurs(page)).toEqual([]);
    });
  });
}

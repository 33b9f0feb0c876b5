import { expect, type Page, test } from '@playwright/test';
import { badges, bundle, change, endSession, openHostPage, ourDialog, spekit, team, told } from '../test/parts/session-page.ts';

const names = ['Sales', 'Support', 'Partners'];
const facts = [team('Sales'), team('Support'), team('Partners', 'spekit')];
const row = (name: string) => `<tr><td>${name}</td><td><button>Delete</button></td></tr>`;
const html = `<main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th><th></th></tr></thead><tbody>${names.map(row).join('')}</tbody></table></main><ol id="log"></ol>`;
const script = `document.querySelector('main').addEventListener('click', (e) => e.target.textContent === 'Delete' && log.append(Object.assign(document.createElement('li'), { textContent: e.target.closest('tr').cells[0].textContent })));`;
const address = `${spekit}/app/settings`;
const remove = (page: Page, name: string) =>
  page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: 'Delete' }).click();
const done = (page: Page) => page.locator('#log li');

test('a companion that does not answer: nothing is marked, nothing is held, nothing is said', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await openHostPage(page, address, { html, script }, { facts, reach: 'unreachable' });
  await remove(page, 'Sales');
  await expect(done(page)).toHaveText(['Sales']);
  await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
  expect(said).toEqual([]);
});

test('a companion that goes takes the marks with it, and brings them back when it returns', async ({ page }) => {
  await page.clock.install();
  await openHostPage(page, address, { html, script }, { facts });
  await expect(badges(page)).toHaveCount(2);
  await change(page, { reach: 'unreachable' });
  await page.clock.runFor(16_000);
  await expect(badges(page)).toHaveCount(0);
  await remove(page, 'Sales');
  await expect(done(page)).toHaveText(['Sales']);
  await change(page, { reach: 'ok' });
  await page.clock.runFor(16_000);
  await expect(badges(page)).toHaveCount(2);
});

test('an act on what is not known yet waits for the answer, and no longer than half a second', async ({ page }) => {
  await openHostPage(page, address, { html, script }, { facts, takes: 300 });
  await remove(page, 'Sales');
  await expect(ourDialog(page)).toBeVisible();
  await expect(done(page)).toHaveCount(0);
  await ourDialog(page).getByRole('button').click();

  await change(page, { hangs: true });
  await page.evaluate(() =>
    document.querySelector('tbody')?.insertAdjacentHTML('beforeend', '<tr><td>Late</td><td><button>Delete</button></td></tr>'),
  );
  await remove(page, 'Late');
  await expect(done(page)).toHaveText(['Late']);
});

test('a change is seen: a new team is marked, a released one is not any more', async ({ page }) => {
  await page.clock.install();
  await openHostPage(page, address, { html, script }, { facts });
  await expect(badges(page)).toHaveCount(2);
  await change(page, { seq: 8, facts: [team('Sales'), team('Support', 'spekit'), team('Partners')] });
  await page.clock.runFor(16_000);
  await expect(badges(page.getByRole('row').filter({ hasText: 'Partners' }))).toHaveCount(1);
  await expect(badges(page.getByRole('row').filter({ hasText: 'Support' }))).toHaveCount(0);
  const asked = async () => (await told(page)).messages.filter(({ name }) => name === 'freshness.ask').length;
  const before = await asked();
  await page.clock.runFor(10_000);
  expect((await asked()) - before).toBeGreaterThanOrEqual(4);
});

test('its age counts up while nothing of the row moves', async ({ page }) => {
  await page.clock.install();
  await openHostPage(page, address, { html, script }, { facts });
  const badge = badges(page).first();
  const age = async () => Number(/synced (\d+) second/.exec((await badge.getAttribute('aria-label')) ?? '')?.[1]);
  await expect(badge).toBeVisible();
  const [before, box] = [await age(), await badge.boundingBox()];
  await page.clock.runFor(4_000);
  expect((await age()) - before).toBeGreaterThanOrEqual(3);
  expect(await badge.boundingBox()).toEqual(box);
});

test('a mark moves nothing: every box of the page is where it was', async ({ page }) => {
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *:not([data-sourcemark])')].map((element) =>
        JSON.stringify(element.getBoundingClientRect()),
      ),
    );
  const cards = `<div style="display:flex;gap:24px;justify-content:space-between"><b>Sales</b><i>12</i></div>`;
  await openHostPage(
    page,
    address,
    {
      html: html.replace(
        '</main>',
        `<ul><li style="display:flex;gap:9px;justify-content:space-between">Sales<button>Edit</button></li><li>${cards}<button>Edit</button></li></ul></main>`,
      ),
      script,
    },
    { facts, takes: 400 },
  );
  await expect(page.locator('table')).toBeVisible();
  const before = await boxes();
  await expect(badges(page).first()).toBeVisible();
  expect(await boxes()).toEqual(before);
  await endSession(page);
  expect(await boxes()).toEqual(before);
});

test('a React list that renders anew, in another order and with other keys, keeps each mark beside its own team', async ({ page }) => {
  const program = await bundle(`
    import { createRoot } from 'react-dom/client';
    import { useState } from 'react';
    function App() {
      const [state, set] = useState({ names: ${JSON.stringify(names)}, key: 0 });
      globalThis.show = (names, key) => set({ names, key });
      return <main><h1>Manage Teams</h1><button>Create a Team</button><table><thead><tr><th>Team name</th></tr></thead><tbody>
        {state.names.map((name, at) => <tr key={state.key + at}><td>{name}</td></tr>)}</tbody></table></main>;
    }
    createRoot(document.getElementById('root')).render(<App />);`);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await openHostPage(page, address, { html: '<div id="root"></div>', script: program }, { facts });
  const marked = () =>
    page.evaluate(() => [...document.querySelectorAll('[data-sourcemark=badge]')].map((badge) => badge.closest('tr')?.textContent));
  await expect.poll(marked).toEqual(['Sales', 'Support']);
  for (const [order, key] of [
    [['Partners', 'Support', 'Sales'], 0],
    [['Support', 'Partners'], 10],
    [['Partners'], 10],
    [['Sales', 'Partners', 'Support'], 20],
  ] as const) {
    await page.evaluate(([next, k]) => Reflect.get(globalThis, 'show')(next, k), [order, key] as const);
    await expect.poll(marked).toEqual(order.filter((name) => name !== 'Partners'));
  }
  expect(errors).toEqual([]);
});

test('a virtualised list reuses its rows: no row is ever painted with the mark of another', async ({ page }) => {
  const many = Array.from({ length: 200 }, (_, at) => `Team ${at}`);
  await openHostPage(
    page,
    address,
    {
      html: `<main><h1>Manage Teams</h1><button>Create a Team</button><div id="s" style="height:200px;overflow:auto"><div style="height:4000px"><div role="table"><div role="row"><span role="columnheader">Team name</span></div>${'<div role="row" style="height:20px"><span role="cell"></span></div>'.repeat(12)}</div></div></div></main>`,
      script: `const cells = [...document.querySelectorAll('[role=cell]')]; const draw = () => requestAnimationFrame(() => { const from = Math.floor(s.scrollTop / 20); cells.forEach((cell, at) => { const text = 'Team ' + (from + at); cell.firstChild ? cell.firstChild.nodeValue = text : cell.textContent = text; }); document.querySelector('[role=table]').style.transform = 'translateY(' + s.scrollTop + 'px)'; }); draw(); s.onscroll = draw;
        globalThis.wrong = 0; const check = () => { for (const b of document.querySelectorAll('[data-sourcemark=badge]')) { const n = Number(b.closest('[role=row]')?.textContent.replace('Team ', '')); if (n % 2 && getComputedStyle(b).visibility === 'visible') globalThis.wrong += 1; } requestAnimationFrame(() => setTimeout(check)); }; check();`,
    },
    { facts: many.filter((_, at) => at % 2 === 0).map((name) => team(name)) },
  );
  await expect.poll(() => badges(page).count()).toBe(6);
  for (const top of [20, 100, 700, 720, 1500, 40]) {
    await page.locator('#s').evaluate((list, to) => list.scrollTo(0, to), top);
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            [...document.querySelectorAll('[data-sourcemark=badge]')].filter(
              (badge) => Number(badge.closest('[role=row]')?.textContent?.replace('Team ', '')) % 2 === 0,
            ).length,
        ),
      )
      .toBe(6);
  }
  expect(await page.evaluate(() => Reflect.get(globalThis, 'wrong'))).toBe(0);
});

test('a page that comes by pushState is marked, and one that goes leaves nothing', async ({ page }) => {
  await openHostPage(page, address, { html: '<main><h1>Wiki</h1></main>', script: '' }, { facts });
  await page.evaluate((next) => {
    history.pushState({}, '', '/app/teams');
    document.body.innerHTML = next;
  }, html);
  await expect(badges(page)).toHaveCount(2);
  await page.evaluate(() => {
    history.pushState({}, '', '/app/wiki');
    document.body.innerHTML = '<main><h1>Wiki</h1><p>Sales</p></main>';
  });
  await expect(page.locator('[data-sourcemark]')).toHaveCount(0);
});

test('a control that was built anew while the question stood is not pressed: it says so', async ({ page }) => {
  await openHostPage(
    page,
    address,
    {
      html: html.replace(
        '</main>',
        '<div id="c"><h2>Create a new team</h2><label>Team Name<input value="Sales"></label><button>Create</button></div></main>',
      ),
      script,
    },
    { facts },
  );
  await expect(badges(page).first()).toBeVisible();
  await page.locator('#c').getByRole('button').click();
  await expect(ourDialog(page)).toBeVisible();
  await page.locator('#c').evaluate((box) => box.replaceChildren(...[...box.childNodes].map((node) => node.cloneNode(true))));
  await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('[data-sourcemark="notice"]')).toContainText('The page has changed. Nothing was done');
});

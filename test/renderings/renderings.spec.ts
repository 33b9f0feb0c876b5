import { expect, type Locator, type Page, test } from '@playwright/test';
import { badges, bundle, openHostPage, ourDialog, told } from '../parts/session-page.ts';
import { type Rendering, renderings } from './screen.ts';
import { type Case, cases } from './screens.ts';

const program = bundle("import './test/renderings/program.ts'");

async function open(page: Page, { screen, facts, instanceId }: Case, rendering: Rendering): Promise<void> {
  const script = `globalThis.shown = ${JSON.stringify({ screen, rendering })};${await program}`;
  await openHostPage(page, screen.address, { html: '', script }, { facts, oktaAppInstanceId: instanceId ?? null });
}

/** The row, or card, of a subject. */
function row(page: Page, subject: string): Locator {
  return page.locator('tr, [role=row], main ~ ul > li').filter({ has: page.getByText(subject, { exact: true }) });
}

async function expectMarks(page: Page, { marks }: Case): Promise<void> {
  for (const [subject, owner] of Object.entries(marks)) {
    const badge = badges(row(page, subject));
    if (owner === null) await expect(badge).toHaveCount(0);
    else await expect(badge).toHaveAttribute('data-owner', owner);
  }
}

for (const [rendering, words] of Object.entries(renderings) as [Rendering, string][]) {
  test.describe(`as ${words}`, () => {
    for (const one of cases) {
      const { screen, act, marks } = one;

      test(`${screen.page}: the marks are the same${act ? `, and ${act.path.join(' > ')} is told of by the same rule` : ''}`, async ({
        page,
      }) => {
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await open(page, one, rendering);
        await expectMarks(page, one);
        if (rendering === 'live') {
          await page.getByLabel('Search this list').pressSequentially(screen.rows[0]?.subject ?? '');
          await page.getByLabel('Search this list').fill('');
          await expectMarks(page, one);
        }
        if (rendering === 'grid' && Object.keys(marks).length > 0) {
          await page.locator('#view').evaluate((view) => view.scrollTo(0, 100_000));
          await expect(page.getByText('Filler 2084', { exact: true }).first()).toBeVisible();
          await expect(page.locator('#view [data-sourcemark][data-owner=idp]')).toHaveCount(0);
          await page.locator('#view').evaluate((view) => view.scrollTo(0, 0));
          await expectMarks(page, one);
        }
        if (rendering === 'mirrored') await expectBesideWords(page);
        if (act) await expectToldOf(page, act);
        expect(errors).toEqual([]);
      });
    }
  });
}

/** Does what the act says, and has it held by our dialog, before anything has happened. */
async function expectToldOf(page: Page, { row: subject, path, verdict, rule, told: name }: NonNullable<Case['act']>): Promise<void> {
  const [first = '', ...then] = path;
  await (subject === null ? page : row(page, subject)).getByRole('button', { name: first, exact: true }).click();
  for (const word of then)
    await page
      .getByRole('menuitem', { name: word })
      .or(page.getByRole('dialog').getByRole('button', { name: word, exact: true }))
      .click();
  await expect(ourDialog(page)).toBeVisible();
  const { dialogs } = await told(page);
  expect(dialogs).toMatchObject([{ verdict, reason: rule, ...(subject !== null && { name: name ?? subject }) }]);
  await expect(page.locator('#log li')).toHaveCount(0);
}

/** No mark stays on the words that it stands beside. */
async function expectBesideWords(page: Page): Promise<void> {
  await expect.poll(() => coveredWords(page)).toEqual([]);
}

function coveredWords(page: Page): Promise<string[]> {
  return badges(page).evaluateAll((marks) =>
    marks.flatMap((mark) => {
      const place = mark.getBoundingClientRect();
      const words = document.createTreeWalker(mark.parentElement ?? document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (words.nextNode()) {
        const node = words.currentNode;
        if (mark.contains(node) || !node.nodeValue?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const across = Math.min(right, place.right) - Math.max(left, place.left);
        const down = Math.min(bottom, place.bottom) - Math.max(top, place.top);
        if (across > 1 && down > 1) found.push(node.nodeValue);
      }
      return found;
    }),
  );
}

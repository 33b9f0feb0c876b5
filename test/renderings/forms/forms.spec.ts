import { expect, type Page, test } from '@playwright/test';
import { badges, bundle, okta, openHostPage, ourDialog, strips, told } from '../../parts/session-page.ts';
import { expectBeside, expectClear } from './beside.ts';
import type { Case, Step } from './cases.ts';
import { type Rendering, readFirst, renderings } from './form.ts';
import { settingsCases } from './okta-settings.ts';
import { pushCases } from './push-dialogs.ts';
import { spekitCases } from './spekit-pages.ts';

const program = bundle("import './test/renderings/forms/program.ts'");

async function open(page: Page, { form, facts = [], account }: Case, rendering: Rendering): Promise<void> {
  const script = `globalThis.shown = ${JSON.stringify({ form, rendering })};${await program}`;
  const { passed, address } = form;
  await openHostPage(page, passed ? `${okta}/admin/groups` : address, { html: '', script }, { facts, ...(account && { account }) });
  const said = async (name: string) => (await told(page)).messages.filter((one) => one.name === name).map(({ request }) => request);
  if (passed) {
    await expect.poll(() => said('okta.learn-groups')).not.toEqual([]);
    await expect(badges(page).first()).toBeVisible();
    await page.evaluate(() => Reflect.get(globalThis, 'goOn')());
  }
  // From here on the session knows its account, and guards.
  await expect.poll(async () => (await said('page.report')).at(-1)).toMatchObject({ page: form.page });
}

/** Each explanation stands on the line of its caption, and no other on the page; what a dialog says of itself stands where it has room. */
async function expectExplained(page: Page, { form, marks = {}, corners = [] }: Case, says: Record<string, string>): Promise<void> {
  const titles = form.buttons.map(({ dialog }) => dialog?.title);
  for (const [caption, name] of Object.entries(says)) if (!titles.includes(caption)) await expectBeside(strips(page), caption, name);
  const others = async () => (await namesOf(page)).filter((name) => !corners.includes(name)).sort();
  await expect.poll(others).toEqual(Object.values(says).sort());
  for (const [words, owner] of Object.entries(marks)) if (owner) await expectBeside(badges(page), words, /, synced /);
  await expect(badges(page)).toHaveCount(Object.values(marks).filter(Boolean).length);
}

/** What is said in the dialog that is open, if one is: behind it nobody reads. What a page draws as one without calling it so counts as its part. */
async function inFront(page: Page, says: Record<string, string>): Promise<Record<string, string>> {
  const dialog = page.getByRole('dialog').filter({ visible: true });
  if ((await dialog.count()) === 0) return says;
  const words = (await dialog.allInnerTexts()).join('\n').split('\n');
  return Object.fromEntries(Object.entries(says).filter(([caption]) => words.includes(caption)));
}

const namesOf = (page: Page): Promise<string[]> =>
  strips(page).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('aria-label') ?? ''));

/** Does as a person does, however the field is built. */
async function take(page: Page, step: Step): Promise<void> {
  if ('press' in step) {
    const own = page.locator(`[data-play="${step.press}"]`);
    await ((await own.count()) > 0 ? own : page.getByRole('button', { name: step.press, exact: true }).last()).click();
    return;
  }
  const { set: caption, to } = step;
  const field = page.locator(`[data-play="${caption}"]`);
  const choice = page.locator(`[data-play="${caption}: ${to}"]`);
  const tag = (await field.count()) > 0 ? await field.evaluate((element) => element.localName) : 'none';
  const typed = tag === 'input' || (tag !== 'none' && (await field.getAttribute('role')) === 'textbox');
  if (tag === 'select') await field.selectOption(typeof to === 'string' ? to : to ? 'Yes' : 'No');
  else if (typeof to === 'boolean') await field.click();
  else if (typed) {
    await field.fill('');
    await field.pressSequentially(to);
    if ((await choice.count()) > 0) await choice.click();
  } else {
    if (tag !== 'none') await field.click();
    await choice.click();
  }
}

for (const [rendering, words] of Object.entries(renderings) as [Rendering, string][]) {
  test.describe(`as ${words}`, () => {
    for (const one of [...settingsCases, ...spekitCases, ...pushCases]) {
      const { form, says, acts } = one;
      const name = `${form.page}, ${form.fields.at(-1)?.caption ?? form.title} (${one.account?.type ?? 'production'})`;

      for (const { what, steps, turnsTo = {}, rule, verdict, logs } of acts) {
        test(`${name}: ${what}`, async ({ page }) => {
          const errors: string[] = [];
          page.on('pageerror', (error) => errors.push(error.message));
          await open(page, one, rendering);
          await expectExplained(page, one, says);
          await expectClear(page, one.corners ?? []);
          if (form.save && readFirst.includes(rendering)) {
            await page.getByRole('button', { name: 'Edit', exact: true }).click();
            await expectExplained(page, one, says);
          }
          for (const step of steps.slice(0, -1)) await take(page, step);
          await expectExplained(page, one, await inFront(page, { ...says, ...turnsTo }));
          for (const step of steps.slice(-1)) await take(page, step);
          if (rule) {
            await expect(ourDialog(page)).toBeVisible();
            expect((await told(page)).dialogs).toMatchObject([{ verdict, reason: rule }]);
            await expect(page.locator('#log li')).toHaveCount(0);
          }
          if (verdict !== 'block') {
            if (rule) await ourDialog(page).getByRole('button', { name: 'Continue' }).click();
            await expect(page.locator('#log li')).toHaveText([logs]);
          }
          if (!rule) expect((await told(page)).dialogs).toEqual([]);
          expect(errors).toEqual([]);
        });
      }
    }
  });
}

import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { answered, block, open, test, warning } from '../../test/parts/dialog-page.ts';

test('the page’s styles do not reach it, and its own pass the page’s policy', async ({ host }) => {
  const dialog = await open(host, warning);
  const looks = (await dialog.evaluate((element) => {
    const { color, backgroundColor, fontFamily, letterSpacing } = getComputedStyle(element);
    return {
      color,
      backgroundColor,
      fontFamily,
      letterSpacing,
      heading: getComputedStyle(element.querySelector('h2') ?? element).textTransform,
    };
  })) satisfies Record<string, string>;
  expect(looks).toMatchObject({
    color: 'rgb(26, 26, 42)',
    backgroundColor: 'rgb(255, 255, 255)',
    letterSpacing: 'normal',
    heading: 'none',
  });
  expect(looks.fontFamily).toContain('system-ui');
});

test('a link that is none of the web’s is not shown', async ({ host }) => {
  const dialog = await open(host, { ...block, link: { href: 'javascript:alert(1)', target: 'okta.user' } });
  await expect(dialog.getByRole('link')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, told] of [
    ['warning', warning],
    ['block', block],
  ] as const) {
    test(`axe finds nothing: ${name}, ${colorScheme}`, async ({ host }) => {
      await host.emulateMedia({ colorScheme });
      await open(host, told);
      const { violations } = await new AxeBuilder({ page: host }).include('[data-sourcemark="dialog"]').analyze();
      expect(violations).toEqual([]);
    });
  }
}

const long = 'Vertriebsmitarbeiterinnenschulungsgruppe'.repeat(4);
const known = { kind: 'user', active: true, teams: [{ name: long, owner: 'idp' }] } as const;
const unassigning = { verdict: 'warn', reason: 'unassign-deactivates', remedy: 'go-ahead' } as const;

for (const [what, told, leave] of [
  ['block', { ...block, facts: { ...block.facts, name: long } }, 'Close'],
  ['warning that foretells', { decision: unassigning, facts: { name: long, known }, link: null }, 'Go back'],
] as const)
  test(`a long name wraps in half the width, as at 200 %, and nothing is cut off: ${what}`, async ({ host }) => {
    await host.setViewportSize({ width: 340, height: 300 });
    const dialog = await open(host, told);
    const box = await dialog.evaluate((element) => ({
      wide: element.scrollWidth - element.clientWidth,
      bottom: element.getBoundingClientRect().bottom,
    }));
    expect(box.wide).toBe(0);
    expect(box.bottom).toBeLessThanOrEqual(300);
    await dialog.getByRole('button', { name: leave }).click();
    await answered(host, 'back');
  });

test('does not move for those who asked for less motion', async ({ host }) => {
  await host.emulateMedia({ reducedMotion: 'reduce' });
  const dialog = await open(host, warning);
  expect(await dialog.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
});

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Opens the shadows of ours, which are closed to the page, to axe and to a test. Before the page is opened. */
export async function openShadows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const make = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attach(init) {
      return make.call(this, { ...init, mode: 'open' });
    };
  });
}

/** What axe finds in what is ours: rule and element. */
export async function foundInOurs(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('[data-sourcemark]').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The grounds that our pills and boxes stand on, as light as they are: 0 is black, 255 white. */
export function groundsOfOurs(page: Page): Promise<Record<string, number>> {
  return page.locator('[data-sourcemark]').evaluateAll((all) =>
    Object.fromEntries(
      all.map((host) => {
        const painted = host.shadowRoot?.querySelector('b') ?? host;
        const [red = 0, green = 0, blue = 0] =
          getComputedStyle(painted)
            .backgroundColor.match(/[\d.]+/g)
            ?.map(Number) ?? [];
        return [host.getAttribute('data-sourcemark') ?? '', Math.round(red * 0.299 + green * 0.587 + blue * 0.114)];
      }),
    ),
  );
}

/** What is wrong with where marks and explanations stand: over words or controls of the page, over each other, out of the window, cut off. */
export function misplaced(page: Page): Promise<string[]> {
  return page.locator('[data-sourcemark=badge],[data-sourcemark=strip]').evaluateAll((all) => {
    const ours = all.filter((host) => host.hasAttribute('data-posed')).map((host) => ({ host, box: host.getBoundingClientRect() }));
    const meet = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const theirs: { said: string; box: DOMRect }[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const { currentNode: node } = words;
      if (!node.nodeValue?.trim() || node.parentElement?.closest('script,style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) theirs.push({ said: node.nodeValue, box });
    }
    for (const control of document.querySelectorAll('button,input,select,[role=switch],[role=button]:not([data-sourcemark])'))
      theirs.push({ said: control.outerHTML.slice(0, 60), box: control.getBoundingClientRect() });
    return ours.flatMap(({ host, box }, index) => {
      const name = host.getAttribute('aria-label');
      const pill = host.shadowRoot?.querySelector('b');
      return [
        ...theirs.filter((one) => meet(one.box, box)).map(({ said }) => `${name} lies over ${said}`),
        ...ours
          .slice(index + 1)
          .flatMap((other) => (meet(other.box, box) ? [`${name} lies over ${other.host.getAttribute('aria-label')}`] : [])),
        ...(box.left < 0 || box.right > document.documentElement.clientWidth + 1 ? [`${name} is out of the window`] : []),
        ...(pill && pill.scrollWidth > pill.clientWidth + 1 ? [`${name} is cut off`] : []),
      ];
    });
  });
}

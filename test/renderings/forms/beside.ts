import { expect, type Locator, type Page } from '@playwright/test';

/** A mark or explanation of that name stands on the line of those words, as one sees it. */
export async function expectBeside(ours: Locator, words: string, name: string | RegExp): Promise<void> {
  await expect
    .poll(() => namesBeside(ours, words), `beside “${words}”`)
    .toContainEqual(typeof name === 'string' ? name : expect.stringMatching(name));
}

function namesBeside(ours: Locator, words: string): Promise<string[]> {
  return ours.evaluateAll((all, wanted) => {
    const places: DOMRect[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue?.trim() !== wanted || node.parentElement?.closest('[data-sourcemark]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      places.push(...range.getClientRects());
    }
    for (const button of document.querySelectorAll<HTMLInputElement>('input[type=button]'))
      if (button.value === wanted) places.push(button.getBoundingClientRect());
    return all.flatMap((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      return places.some((place) => middle >= place.top - 2 && middle <= place.bottom + 2) ? [one.getAttribute('aria-label') ?? ''] : [];
    });
  }, words);
}

/** Nothing of ours lies on words of the page; what is to stand on the corner of a button does not count. */
export async function expectClear(page: Page, corners: readonly string[]): Promise<void> {
  const over = () =>
    page.locator('[data-sourcemark=badge],[data-sourcemark=strip]').evaluateAll(
      (marks, corners) =>
        marks.flatMap((mark) => {
          if (corners.includes(mark.getAttribute('aria-label') ?? '')) return [];
          const place = mark.getBoundingClientRect();
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          while (words.nextNode()) {
            const node = words.currentNode;
            const { parentElement } = node;
            if (!parentElement || parentElement.closest('[data-sourcemark]') || !node.nodeValue?.trim() || !parentElement.checkVisibility())
              continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const { left, right, top, bottom } of range.getClientRects()) {
              const across = Math.min(right, place.right) - Math.max(left, place.left);
              const down = Math.min(bottom, place.bottom) - Math.max(top, place.top);
              if (across > 1 && down > 1) found.push(`${mark.getAttribute('aria-label')} over ${node.nodeValue}`);
            }
          }
          return found;
        }),
      corners,
    );
  await expect.poll(over).toEqual([]);
}

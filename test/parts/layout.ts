import type { Locator } from '@playwright/test';

/** What is wrong with how the words within an element lie, also in its open shadow: cut off, over one another, or out of the window. */
export function layoutFaults(of: Locator): Promise<string[]> {
  return of.evaluate((root) => {
    const faults: string[] = [];
    const texts: { words: string; rects: DOMRect[] }[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Element) {
        // What only a screen reader reads takes no room.
        if (node.matches('.unseen,style,option') || (node instanceof HTMLElement && !node.checkVisibility())) return;
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) visit(child);
        const { overflowX, whiteSpace } = getComputedStyle(node);
        const hides = overflowX !== 'visible' || whiteSpace === 'nowrap';
        if (hides && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1) faults.push(`cut off: ${node.textContent}`);
      } else if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        texts.push({ words: node.nodeValue.trim(), rects: [...range.getClientRects()] });
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(root);
    const wide = document.documentElement.clientWidth;
    for (const { words, rects } of texts)
      if (rects.some(({ left, right }) => left < -1 || right > wide + 1)) faults.push(`out of the window: ${words}`);
    const meet = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1))
        if (one.rects.some((a) => other.rects.some((b) => meet(a, b)))) faults.push(`over one another: ${one.words} / ${other.words}`);
    return faults;
  });
}

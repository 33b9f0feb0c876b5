/** Whether what lies behind an element is dark: the nearest background that is not see-through decides; else the page's colour scheme.
 *  `known` is kept while the page is only read: rows of one list stand on the same ground. */
export function isDark(element: Element, known: Map<Element, boolean>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const dark = ownDark(element) ?? (element.parentElement ? isDark(element.parentElement, known) : prefersDark());
  known.set(element, dark);
  return dark;
}

/** Null where its background lets through what is behind. */
function ownDark(element: Element): boolean | null {
  const [red = 255, green = 255, blue = 255, opacity = 1] = getComputedStyle(element)
    .backgroundColor.match(/[\d.]+/g)
    ?.map(Number) ?? [0, 0, 0, 0];
  return opacity > 0.5 ? red * 0.299 + green * 0.587 + blue * 0.114 < 110 : null;
}

function prefersDark(): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Whether what lies behind an element is dark: the nearest background that is not see-through decides; else the page's colour scheme. */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const parts = getComputedStyle(at)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    if (parts && (parts[3] ?? 1) > 0.5) {
      const [red = 255, green = 255, blue = 255] = parts;
      return red * 0.299 + green * 0.587 + blue * 0.114 < 110;
    }
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}

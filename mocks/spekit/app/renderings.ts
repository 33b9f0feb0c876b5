/** How the app is built: `current` with tables, menus and modal dialogs; `older` with cards, divs and labels of the generation before. */
export const renderings = ['current', 'older'] as const;

export type Rendering = (typeof renderings)[number];

export function isRendering(value: string | null): value is Rendering {
  return renderings.some((one) => one === value);
}

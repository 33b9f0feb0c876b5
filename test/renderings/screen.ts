/** What a person sees on a page of a host app, apart from how it is built. A rendering (`program.ts`) makes a page of it. */
export interface Screen {
  /** Id of the declaration that is to recognise it. */
  page: string;
  address: string;
  heading: string;
  /** A second heading, above the list. */
  note?: string;
  tabs?: { names: string[]; selected: string };
  /** Stands above the list. */
  button?: string;
  columns: string[];
  rows: Row[];
  /** Of the page as a whole, in a menu of that name. */
  actions?: { menu: string; items: string[] };
  /** What asks before an item acts: `{name}` is the row's subject. */
  confirm?: Record<string, { title: string; button: string }>;
}

export interface Row {
  /** By which the row is known: what `#log` names when it acts. */
  subject: string;
  cells: Cell[];
}

export type Cell = string | { text: string; href: string } | { menu: string; items: string[] } | { buttons: string[] };

/** How pages are built, each as another framework or taste would. No class name of ours or of a console's is in any of them. */
export const renderings = {
  table: 'a table whose headers are buttons, and native dialogs',
  grid: 'a virtualised grid of five thousand rows that are used again',
  cards: 'cards without columns',
  live: 'a table rendered anew at every key, with menus and dialogs at the end of the body',
  mirrored: 'a page from right to left at 200 %',
} as const;

export type Rendering = keyof typeof renderings;

/** What a person sees on a page that is a form, apart from how it is built. A rendering (`program.ts`) makes a page of it. */
export interface Form {
  /** Id of the declaration that is to recognise it. */
  page: string;
  address: string;
  heading: string;
  tabs?: { names: string[]; selected: string };
  /** Over the settings. */
  title: string;
  fields: Field[];
  /** Saves the fields. Without it they are only shown. */
  save?: string;
  /** Buttons of the page itself; one that has a dialog opens it. */
  buttons: { name: string; off?: true; dialog?: Dialog }[];
  /** Rows, each with a button: groups that are pushed, teams that somebody is in. */
  rows?: { names: { text: string; href?: string }[]; button: string };
  /** Groups whose links a page before this one has shown. */
  passed?: { text: string; href: string }[];
}

export interface Dialog {
  title: string;
  fields: Field[];
  save: string;
}

export type Value = string | boolean;

/** A setting. On or off is a switch, words are typed, or chosen where there are options; `suggested` ones are searched for. */
export interface Field {
  caption: string;
  hint?: string;
  value: Value;
  options?: string[];
  suggested?: string[];
}

/** How forms are built, each as another framework or taste would. No class name of ours or of a console's is in any of them. */
export const renderings = {
  native: 'native controls with labels, and native dialogs',
  switches: 'divs with ARIA roles, and dialogs at the end of the body',
  definitions: 'a flat definition list of words until Edit is pressed, and dialogs without a role',
  table: 'a table of settings with ticks as pictures until Edit is pressed, and native dialogs',
  live: 'a form made anew at every key and click, with toggle buttons, listboxes and dialogs at the end of the body',
  mirrored: 'a flat grid from right to left at 200 %, with drawn boxes and dialogs without role or heading',
} as const;

export type Rendering = keyof typeof renderings;

/** Renderings that show words until *Edit* is pressed. */
export const readFirst: readonly Rendering[] = ['definitions', 'table'];

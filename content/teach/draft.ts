import type { ControlDeclaration, ListDeclaration, Locator, PageDeclaration, SubjectKind } from '../../contract/page-declaration.ts';
import type { Action } from '../../ownership/actions.ts';

/** What to begin with: the page as it is declared, or a new one of this address that shows this heading. */
export function draftOf(
  host: 'okta' | 'spekit',
  known: PageDeclaration | null,
  shown: { path: string; heading: string | null },
): PageDeclaration {
  if (known !== null) return known;
  const words = shown.path
    .toLowerCase()
    .split('/')
    .filter((part) => /^[a-z-]+$/.test(part));
  return {
    id: `${host}.taught-${words.slice(-3).join('-') || 'page'}`,
    path: shown.path,
    shows: shown.heading === null ? [] : [[{ role: 'heading', name: shown.heading }]],
    lists: [],
    controls: [],
    expects: [],
  };
}

/** With what was pointed at as the first way to find the names of that kind. */
export function withNames(page: PageDeclaration, kind: SubjectKind, names: Locator, by: ListDeclaration['by']): PageDeclaration {
  const list = page.lists.find((one) => one.kind === kind);
  const taught: ListDeclaration = {
    ...(list ?? { id: 'taught', kind, expected: true }),
    names: [names, ...(list?.names ?? []).filter((one) => JSON.stringify(one) !== JSON.stringify(names))].slice(0, 12),
    ...(by !== undefined && { by }),
  };
  return { ...page, lists: [...page.lists.filter((one) => one !== list), taught] };
}

/** With a control of that name, which does that. */
export function withControl(page: PageDeclaration, kind: SubjectKind, action: Action, name: string): PageDeclaration {
  const control: ControlDeclaration = { id: `taught-${page.controls.length + 1}`, action, name, of: kind };
  return { ...page, controls: [control, ...page.controls] };
}

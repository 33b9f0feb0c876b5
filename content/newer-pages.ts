import type { PageDeclaration } from '../contract/page-declaration.ts';

/** The pages as they are declared now: each newer one in the place of the built-in one of its id, and before it, as what is newer knows more. */
export function withNewer(newer: readonly PageDeclaration[], builtIn: readonly PageDeclaration[]): readonly PageDeclaration[] {
  return [...newer, ...builtIn.filter(({ id }) => newer.every((page) => page.id !== id))];
}

import type { PageDeclaration } from '../../contract/page-declaration.ts';
import { paths } from './paths.ts';

/** Any tab of the Spekit app. Nothing is marked on it; passing it teaches which app is Spekit's, and so where links out of Spekit go. */
export const app: PageDeclaration = {
  id: 'okta.app',
  path: paths.app,
  app: true,
  shows: [],
  lists: [],
  controls: [],
  expects: [],
};

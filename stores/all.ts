import { attention } from './attention.ts';
import { knowledge } from './knowledge.ts';
import { knowledgeElsewhere } from './knowledge-elsewhere.ts';
import { notices } from './notices.ts';
import { okta } from './okta.ts';
import { keptPack } from './page-pack.ts';
import { pages } from './pages.ts';
import { pointed } from './pointed.ts';
import { settings } from './settings.ts';
import { shown } from './shown.ts';
import { taughtPages } from './taught-pages.ts';
import { unkept } from './unkept.ts';

/** Everything stored. The worker alone migrates it, and each has an example a version in `examples/`. */
export const allStored = {
  settings,
  knowledge,
  'knowledge-elsewhere': knowledgeElsewhere,
  attention,
  notices,
  okta,
  pages,
  pointed,
  shown,
  'page-pack': keptPack,
  'taught-pages': taughtPages,
  unkept,
};

/** Brings everything stored to this release's versions. One that cannot be brought does not stop the others. */
export async function migrateAll(): Promise<void> {
  await Promise.allSettled(Object.values(allStored).map((stored) => stored.migrate()));
}

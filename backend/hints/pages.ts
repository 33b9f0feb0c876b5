import { type PagePack, pagePackSchema } from '../../contract/page-pack.ts';
import type { Store } from '../store/access.ts';
import { pagePack } from '../store/reads/page-pack.ts';
import { removePagePack, setPagePack } from '../store/writes/page-pack.ts';

/** The page pack that is kept. One that this companion cannot read any more (it was brought back to an earlier release) counts as none:
 *  whoever asks has pages built in. */
export async function keptPages(store: Store, account: string): Promise<{ pack: PagePack | null }> {
  const kept = await store.read((reads) => pagePack(reads, account));
  const pack = kept === null ? null : pagePackSchema.safeParse(JSON.parse(kept));
  return { pack: pack?.success ? pack.data : null };
}

export async function keepPages(store: Store, account: string, pack: PagePack): Promise<{ pack: PagePack }> {
  await store.write((transaction) => setPagePack(transaction, account, JSON.stringify(pack), Date.now()));
  return { pack };
}

export async function forgetPages(store: Store, account: string): Promise<undefined> {
  await store.write((transaction) => removePagePack(transaction, account));
  return undefined;
}

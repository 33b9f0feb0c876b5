// Messages between contexts are JSON: a file would be copied into it as text, twice. So files go beside them. A page offers one by an
// object URL, which the worker fetches; the worker, which in Chrome can make no object URL, leaves one in the cache of our origin.

/** Where files wait that the worker has left for a page. */
const waiting = 'files-for-pages';

/** Makes a file of a page's readable for the worker under an address, until `withdraw`. */
export function offerFile(file: Blob): { address: string; withdraw: () => void } {
  const address = URL.createObjectURL(file);
  return { address, withdraw: () => URL.revokeObjectURL(address) };
}

/** The file that one of our pages offers. Rejects where the page has gone, or withdrawn it. */
export async function offeredFile(address: string): Promise<Blob> {
  const response = await fetch(address);
  return response.blob();
}

/** Keeps what a response carries, as it comes, for the page that asked. Gives the key by which that page takes it. */
export async function leaveFile({ body }: Response): Promise<string> {
  const key = crypto.randomUUID();
  await (await caches.open(waiting)).put(addressOf(key), new Response(body));
  return key;
}

/** The file that was left under a key, which is not kept any longer by that. Null where there is none. */
export async function takeFile(key: string): Promise<Blob | null> {
  const cache = await caches.open(waiting);
  const left = await cache.match(addressOf(key));
  const file = (await left?.blob()) ?? null;
  await cache.delete(addressOf(key));
  return file;
}

/** Takes away what no page came for: it holds names and addresses of people. */
export async function forgetLeftFiles(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(waiting);
}

/** A cache takes addresses of the web alone; nobody is ever asked at this one. */
function addressOf(key: string): string {
  return `https://files.invalid/${key}`;
}

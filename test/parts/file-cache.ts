/** The cache in which files wait (`messages/files.ts`), where there is no browser that has one. Gives what is in it, by address. */
export function playFileCache(): ReadonlyMap<string, Blob> {
  const files = new Map<string, Blob>();
  const cache = {
    put: async (address: string, response: Response) => void files.set(address, await response.blob()),
    match: async (address: string) => {
      const file = files.get(address);
      return file && new Response(file);
    },
    delete: async (address: string) => files.delete(address),
  };
  const caches = { open: async () => cache, delete: async () => files.clear() };
  Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true });
  return files;
}

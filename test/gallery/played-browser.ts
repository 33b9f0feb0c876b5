import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser as a page of ours sees it, played in a page that is none: what the fake does not know, or does only when told. */
const nobody = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false };
Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
Object.assign(fakeBrowser.tabs, { getCurrent: async () => undefined, query: async () => [{ id: 7 }] });
Object.assign(fakeBrowser.permissions, { contains: async () => true, request: async () => true, onAdded: nobody, onRemoved: nobody });
Object.assign(fakeBrowser.runtime, {
  getManifest: () => ({ version: '0.1.0', host_permissions: [] }),
  openOptionsPage: async () => undefined,
});
Reflect.set(globalThis, 'chrome', Object.assign(fakeBrowser, { i18n: Reflect.get(globalThis, 'chrome')?.i18n }));

export default fakeBrowser;

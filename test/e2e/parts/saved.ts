import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';

const folders = new WeakMap<BrowserContext, string>();

/** Firefox tells its driver of no file that a page saves: there they are found where it puts them. */
export async function savesInto(context: BrowserContext, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  folders.set(context, folder);
}

/** The file that a page saves once somebody presses something. */
export async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const folder = folders.get(page.context());
  if (folder === undefined) {
    const downloading = page.waitForEvent('download');
    await press();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
  const before = new Set(await readdir(folder));
  await press();
  const came = async (): Promise<string[]> => (await readdir(folder)).filter((name) => !before.has(name));
  // What is still being written has another file beside it.
  await expect.poll(async () => (await came()).map((name) => name.endsWith('.part'))).toEqual([false]);
  const [name = ''] = await came();
  await expect.poll(async () => (await readFile(join(folder, name))).length).toBeGreaterThan(0);
  return { name, bytes: await readFile(join(folder, name)) };
}

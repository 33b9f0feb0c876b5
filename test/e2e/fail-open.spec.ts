import { createServer, type ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openOwnPage, stillPage } from './parts/browser.ts';
import { expectNothingOfOurs, ourDialog } from './parts/ours.ts';
import { openMarkedTeams, type SpekitSettings } from './parts/spekit.ts';

type Answering = (response: ServerResponse) => void;
const page =
  (status: number, type: string, body: string): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
/** What may answer where a companion answered a moment ago, and what the popup says of it. */
const troubles: Readonly<Record<string, { answering: Answering; said: RegExp; everywhere?: true }>> = {
  'a page of HTML, with 200': {
    answering: page(200, 'text/html', '<!doctype html><h1>Sign in</h1>'),
    said: /answers, but not as a companion should/,
  },
  'JSON of another form': {
    answering: page(200, 'application/json', '{"api":1,"seq":"many"}'),
    said: /answers, but not as a companion should/,
  },
  'half a JSON': {
    answering: page(200, 'application/json', '{"api":1,'),
    said: /answers, but not as a companion should/,
    everywhere: true,
  },
  '401: the token is no longer the companion’s': { answering: page(401, 'application/json', '{}'), said: /refuses the access token/ },
  '500: the companion has failed': { answering: page(500, 'application/json', '{}'), said: /answers, but not as a companion should/ },
  'an answer that nobody waits for, so slow is it': { answering: () => undefined, said: /does not answer/, everywhere: true },
};

/** All that a page says of errors. */
function errorsOf(host: Page): string[] {
  const errors: string[] = [];
  host.on('pageerror', (error) => errors.push(error.message));
  host.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

/** *Delete team* of a team of Okta's reaches Spekit's own question, and nothing of ours stands before it. */
async function expectUnguarded(settings: SpekitSettings): Promise<void> {
  await settings.choose('Account Executives', 'Delete team');
  await expect(settings.page.getByRole('dialog', { name: 'Are you sure?' })).toBeVisible();
  await expect(ourDialog(settings.page)).toHaveCount(0);
}

for (const [what, { answering, said, everywhere }] of Object.entries(troubles))
  test(`in the middle of a session, ${what}: clicks go through, the marks go, the popup says it`, {
    tag: everywhere ? ['@firefox'] : [],
  }, async ({ spekit, context, companion }) => {
    const settings = await openMarkedTeams(spekit);
    const errors = errorsOf(spekit);
    // The replica's own requests to the companion go elsewhere: what it says itself of them is not ours.
    await companion.stop();
    const server = createServer((_, response) => answering(response));
    await new Promise<void>((resolve) => server.listen(companion.port, '127.0.0.1', resolve));
    try {
      await expectNothingOfOurs(spekit);
      await expectUnguarded(settings);
      const popup = await openOwnPage(context, 'popup');
      await expect(popup.getByText(said).first()).toBeVisible({ timeout: 30_000 });
      expect(errors.filter((text) => /sourcemark|extension/i.test(text))).toEqual([]);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

test.describe('in a browser of its own', () => {
  test.use({ ownBrowser: true });

  test('the extension is removed while a page is open: clicks go through, the marks go, the page hears no error', async ({
    spekit,
    context,
  }) => {
    const settings = await openMarkedTeams(spekit);
    const errors = errorsOf(spekit);
    const still = await stillPage(context);
    await still
      .evaluate(() => void Reflect.get(globalThis, 'chrome').management.uninstallSelf({ showConfirmDialog: false }))
      .catch(() => {});
    await expectNothingOfOurs(spekit);
    await expectUnguarded(settings);
    expect(errors).toEqual([]);
  });
});

test('the storage is full: marks and questions stand all the same, the popup says it, and all recovers once there is room', async ({
  spekit,
  context,
}) => {
  const settings = await openMarkedTeams(spekit);
  const still = await stillPage(context);
  const kept = await still.evaluate(async () => {
    const { local } = Reflect.get(globalThis, 'chrome').storage;
    let at = 0;
    const fill = async (most: number) => {
      for (let size = most; size > 0; at += 1)
        await local.set({ [`filler${at}`]: 'x'.repeat(size) }).catch(() => {
          size = Math.floor(size / 2);
        });
    };
    await fill(4_000_000);
    // What the worker learns next needs more room than what it replaces.
    const known = JSON.stringify((await local.get('knowledge')).knowledge).length;
    await local.set({ knowledge: 0, filler: 'x'.repeat(known - 20) });
    await fill(20);
    return local.set({ one: 'more' }).then(
      () => 'written',
      () => 'full',
    );
  });
  expect(kept).toBe('full');
  const errors = errorsOf(spekit);
  await spekit.reload();
  await expect(settings.badge('Account Executives')).toHaveAccessibleName(/^Managed by Okta, synced .* ago$/);
  await settings.choose('Account Executives', 'Delete team');
  await expect(ourDialog(spekit)).toContainText('cannot be deleted in Spekit');
  await ourDialog(spekit).getByRole('button', { name: 'Close' }).click();
  const popup = await openOwnPage(context, 'popup');
  await expect(popup.getByText('The browser has no room for what Sourcemark keeps')).toBeVisible();
  expect(errors).toEqual([]);
  await still.evaluate(async () => {
    const { local } = Reflect.get(globalThis, 'chrome').storage;
    await local.remove(Object.keys(await local.get()).filter((key) => key.startsWith('filler')));
  });
  await expect(popup.getByText('The browser has no room for what Sourcemark keeps')).toHaveCount(0);
  await expect(popup.getByText(/^Connected to 127\.0\.0\.1:/)).toBeVisible();
});

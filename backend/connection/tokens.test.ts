import { expect, test } from 'vitest';
import { startCompanion } from '../companion.ts';
import { adminToken, scimToken, TestCompanion } from '../testing/companion.ts';

test('tokens given to a companion count at another on the same database a moment later, and the older ones no longer', async () => {
  const first = await TestCompanion.start();
  const status = async (kind: 'scim' | 'admin', token: string): Promise<number> => {
    const Authorization = `Bearer ${token}`;
    const asked =
      kind === 'scim'
        ? first.scim('GET', '/Users', undefined, { Authorization })
        : first.api('GET', '/status', undefined, { Authorization });
    return (await asked).status;
  };
  expect(await status('scim', scimToken)).toBe(200);
  const options = { database: first.database.url, scimToken: 'newer-scim-token', adminToken, logLevel: 'silent' } as const;
  const second = await startCompanion(options);
  await expect.poll(() => status('scim', 'newer-scim-token'), { timeout: 15_000 }).toBe(200);
  expect(await status('scim', scimToken)).toBe(401);
  expect(await status('admin', adminToken)).toBe(200);
  await second.close();
  await first.end();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeAll(async () => {
  companion = await TestCompanion.start();
});
afterAll(() => companion.end());

test.each(['/scim/v2/Users', '/scim/v2/ServiceProviderConfig', '/api/v1/status', '/healthz', '/nowhere'])(
  '%s is answered with them',
  async (path) => {
    const { headers } = await companion.send('GET', path, undefined, {});
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers.has('x-powered-by')).toBe(false);
  },
);

import { expect, test } from 'vitest';
import { oktaUser, scimToken } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay } from '../testing/spekit.ts';

test('Okta is told nothing of Spekit’s token, whatever Spekit says', async () => {
  const odd = await OddSpekit.start(({ headers }, response) =>
    answerJson(response, 400, { detail: `Not with ${headers.authorization}`, echo: [headers] }),
  );
  const relay = await startRelay(odd.url);
  const answer = await relay.scim('POST', '/Users', oktaUser('ana@acme.example'));
  expect(answer).toMatchObject({ status: 400, body: { detail: 'Not with Bearer •••' } });
  expect(answer.text + (await relay.api('GET', '/history')).text).not.toContain(scimToken);
});

test('a status of no protocol is told as that', async () => {
  const odd = await OddSpekit.start((_, response) => answerJson(response, 999, {}));
  const relay = await startRelay(odd.url);
  expect(await relay.scim('GET', '/Users')).toMatchObject({ status: 502, body: { detail: expect.stringMatching(/is not SCIM/) } });
});

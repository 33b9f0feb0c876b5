import { expect, test } from 'vitest';
import { adminToken, created, listOf, oktaUser, scimToken } from '../testing/companion.ts';
import { CompanionProgram } from '../testing/program.ts';
import { answerJson, OddSpekit, startRelay } from '../testing/spekit.ts';

test('what could not be kept stands in the history, and nobody’s name in the log', async () => {
  const odd = await OddSpekit.start(({ method, path }, response) => {
    const id = method === 'POST' ? `u-${odd.heard.length}` : path.slice('/Users/'.length);
    answerJson(response, method === 'POST' ? 201 : 200, { id, userName: 'ana@acme.example', active: true });
  });
  const sandbox = await startRelay(odd.url);
  const program = new CompanionProgram({
    SOURCEMARK_PORT: '0',
    DATABASE_URL: `sqlite:${sandbox.folder}/log.db`,
    SOURCEMARK_SCIM_TOKEN: scimToken,
    SOURCEMARK_ADMIN_TOKEN: adminToken,
    SOURCEMARK_RELAY_URL: `${odd.url}/scim/v2`,
    SOURCEMARK_RELAY_TOKEN: scimToken,
  });
  const relay = sandbox.at(await program.listening());
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  // A second one of that name, which Spekit says it has.
  await created(relay, '/Users', oktaUser('ana@acme.example'));
  const [newest] = listOf(await relay.api('GET', '/history'), 'changes');
  expect(newest).toMatchObject({ reason: 'relay.not-kept', detail: expect.stringMatching(/ana@acme\.example/) });
  await program.end();
  expect(program.errors + program.output).not.toContain('ana@');
});

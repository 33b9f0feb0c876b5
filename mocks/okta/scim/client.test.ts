import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RecordingApp, refusal } from '../testing/recording-app.ts';
import { ScimClient } from './client.ts';

let app: RecordingApp;
let client: ScimClient;

beforeEach(async () => {
  app = new RecordingApp();
  await app.start();
  client = new ScimClient({ baseUrl: `${app.url}/scim/v2`, token: 'secret' });
});

afterEach(async () => {
  client.close();
  await app.close();
});

test('every call carries Okta’s headers, one with a body its type as well', async () => {
  await client.send('GET', '/Users?startIndex=1&count=2', 'Testing');
  await client.send('POST', '/Groups', 'Testing', { displayName: 'é' });
  const [get, post] = app.calls;
  expect(get?.headers).toMatchObject({
    'user-agent': 'Okta SCIM Client 1.0.0',
    accept: 'application/scim+json',
    'accept-charset': 'utf-8',
    'accept-encoding': 'gzip,deflate',
    authorization: 'Bearer secret',
  });
  expect(get?.headers['content-type']).toBeUndefined();
  expect(post?.headers['content-type']).toBe('application/scim+json; charset=utf-8');
  expect(post?.body).toEqual({ displayName: 'é' });
});

test('a compressed answer is read, an empty one is null', async () => {
  app.failNext(/GET/, (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"id":"1"}')));
  expect(await client.send('GET', '/Users/1', 'Testing')).toEqual({ id: '1' });
  app.failNext(/PATCH/, (response) => void response.writeHead(204).end());
  expect(await client.send('PATCH', '/Users/1', 'Testing', {})).toBeNull();
});

describe('what an admin reads when a call fails', () => {
  const failing = async (): Promise<string> => {
    try {
      await client.send('GET', '/Users', 'Error while verifying');
    } catch (error) {
      if (error instanceof Error) return error.message;
    }
    return 'it did not fail';
  };

  test('the app’s own words', async () => {
    app.failNext(/GET/, refusal(409, 'Taken.'));
    expect(await failing()).toBe('Error while verifying: Conflict. Errors reported by remote server: Taken.');
  });

  test('the first token of an answer that is no JSON', async () => {
    app.failNext(/GET/, (response) => void response.writeHead(502).end('error code: 1033'));
    expect(await failing()).toBe(
      "Error while verifying: Bad Gateway. Errors reported by remote server: Invalid JSON: Unrecognized token 'error' ... line: 1, column: 6",
    );
  });

  test('the status alone, where the app said nothing', async () => {
    app.failNext(/GET/, (response) => void response.writeHead(403).end());
    expect(await failing()).toBe('Error while verifying: Forbidden.');
  });

  test('a success that is no JSON', async () => {
    app.failNext(/GET/, (response) => void response.writeHead(200).end('<html>'));
    expect(await failing()).toMatch(/Invalid JSON: Unrecognized token '<'/);
  });

  test('an app that nobody answers at', async () => {
    const port = new URL(app.url).port;
    await app.close();
    expect(await failing()).toBe(`Error while verifying: Connect to 127.0.0.1:${port} failed: Connection refused`);
    await app.start();
  });

  test('a connection that is cut', async () => {
    app.failNext(/GET/, (response) => response.destroy());
    expect(await failing()).toMatch(/failed to respond$/);
  });
});

import { expect, test } from 'vitest';
import { checkAll, checkCompanionUrl, checkHosts, checkInstanceId, checkToken } from './fields.ts';

test.each([
  ['http://127.0.0.1:4680', 'http://127.0.0.1:4680'],
  ['  http://127.0.0.1:4680/ ', 'http://127.0.0.1:4680'],
  ['127.0.0.1:4680', 'http://127.0.0.1:4680'],
  ['localhost:4680', 'http://localhost:4680'],
  ['http://[::1]:4680', 'http://[::1]:4680'],
  ['HTTPS://Companion.Acme.example', 'https://companion.acme.example'],
  ['companion.acme.example', 'https://companion.acme.example'],
  ['https://acme.example/sourcemark/', 'https://acme.example/sourcemark'],
  ['https://companion.acme.example/scim/v2', 'https://companion.acme.example'],
  ['https://companion.acme.example/api/v1/?x=1#y', 'https://companion.acme.example'],
])('%s is kept as %s', (entered, value) => {
  expect(checkCompanionUrl(entered)).toEqual({ value });
});

test.each([
  ['', 'url-missing'],
  ['   ', 'url-missing'],
  ['http://', 'url-invalid'],
  ['not a url', 'url-invalid'],
  ['javascript:alert(1)', 'url-invalid'],
  ['mailto:ada@acme.example', 'url-invalid'],
  ['ftp://127.0.0.1', 'url-scheme'],
  ['http://companion.acme.example', 'url-http'],
  ['http://127.0.0.1.acme.example', 'url-http'],
  ['http://10.0.0.7:4680', 'url-http'],
  ['https://ada:secret@companion.acme.example', 'url-credentials'],
])('%s is refused as %s', (entered, problem) => {
  expect(checkCompanionUrl(entered)).toEqual({ problem });
});

test('a token is taken without the spaces around it, and not with any inside', () => {
  expect(checkToken(' smt_abc-123 \n')).toEqual({ value: 'smt_abc-123' });
  expect(checkToken('')).toEqual({ problem: 'token-missing' });
  expect(checkToken('two words')).toEqual({ problem: 'token-invalid' });
  expect(checkToken('smt_“abc”')).toEqual({ problem: 'token-invalid' });
});

test('an instance id is taken by itself or out of the address of its page', () => {
  expect(checkInstanceId('')).toEqual({ value: '' });
  expect(checkInstanceId(' 0oa1b2c3d4E5F6G7H8i9 ')).toEqual({ value: '0oa1b2c3d4E5F6G7H8i9' });
  expect(checkInstanceId('https://acme-admin.okta.com/admin/app/acme_spekit_1/instance/0oa1b2c3d4E5F6G7H8i9/#tab-group-push')).toEqual({
    value: '0oa1b2c3d4E5F6G7H8i9',
  });
  expect(checkInstanceId('00g1b2c3d4E5F6G7H8i9')).toEqual({ problem: 'instance-invalid' });
  expect(checkInstanceId('https://acme-admin.okta.com/admin/apps')).toEqual({ problem: 'instance-invalid' });
});

const empty = { companionUrl: '', token: '', oktaAppInstanceId: '', name: '', oktaHosts: '' };

test.each([
  ['', []],
  ['acme-admin.okta.com', ['acme-admin.okta.com']],
  [' https://Acme-Admin.okta.com/admin/dashboard , beta-admin.oktapreview.com', ['acme-admin.okta.com', 'beta-admin.oktapreview.com']],
  ['acme.okta.com; acme-admin.okta.com', ['acme-admin.okta.com']],
  ['login.acme.example', ['login.acme.example']],
])('consoles %s are kept as %s', (entered, hosts) => {
  expect(checkHosts(entered, ['other-admin.okta.com'])).toEqual({ hosts });
});

test.each([
  ['https://', 'hosts-invalid'],
  ['acme_admin', 'hosts-invalid'],
  ['[::1]', 'hosts-invalid'],
  ['other.okta.com', 'hosts-taken'],
])('consoles %s are refused as %s', (entered, problem) => {
  expect(checkHosts(entered, ['other-admin.okta.com'])).toEqual({ problem });
});

test('address and token both empty is to be disconnected; one without the other is a mistake', () => {
  expect(checkAll({ ...empty, token: ' ' }).problems).toEqual({});
  expect(checkAll({ ...empty, token: 'x' }).problems).toEqual({ companionUrl: 'url-missing' });
  expect(checkAll({ ...empty, companionUrl: 'localhost', oktaAppInstanceId: 'x' }).problems).toEqual({
    token: 'token-missing',
    oktaAppInstanceId: 'instance-invalid',
  });
});

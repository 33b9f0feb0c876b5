// components/options/ is where an admin connects Sourcemark to a companion and says which app of Okta is Spekit's.
// What may enter: the form, the checks of what is entered, and asking the browser for permissions. A setting itself is declared in
// `stores/settings.ts`; a test of the connection is the worker's, since it alone speaks to the companion.
import type { FieldProblem } from '../../locales/pages.ts';
import type { Connected } from '../../stores/settings-schema.ts';

export type Checked = { value: string } | { problem: FieldProblem };
/** A connection as it is typed: consoles of Okta's with commas between them. */
export type FieldName = keyof Connected;
export type Entered = Record<FieldName, string>;
export type Problems = Partial<Record<FieldName, FieldProblem>>;

/** An address as people paste it → the companion's address as it is kept: no slash at the end, no path of its two interfaces.
 *  Without a scheme, this computer is http and everything else https. */
export function checkCompanionUrl(entered: string): Checked {
  const text = entered.trim();
  if (text === '') return { problem: 'url-missing' };
  const url = parse(text);
  if (url === null || url.hostname === '') return { problem: 'url-invalid' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { problem: 'url-scheme' };
  if (url.username !== '' || url.password !== '') return { problem: 'url-credentials' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { problem: 'url-http' };
  return { value: url.origin + url.pathname.replace(/\/(scim\/v2|api\/v1)?\/*$/, '') };
}

function parse(text: string): URL | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return URL.parse(text);
  if (/^(mailto|javascript|data|file|about|chrome|ftp):/i.test(text) || /\s/.test(text)) return null;
  const bare = URL.parse(`https://${text}`);
  return bare !== null && isLoopback(bare.hostname) ? URL.parse(`http://${text}`) : bare;
}

/** Whether a name stays on this computer (RFC 6761 §6.3 for `localhost`, RFC 1122 §3.2.1.3 for 127/8). */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

export function checkToken(entered: string): Checked {
  const value = entered.trim();
  if (value === '') return { problem: 'token-missing' };
  return /[^\x21-\x7e]/.test(value) ? { problem: 'token-invalid' } : { value };
}

/** Empty is fine: then the recognised app holds. Also takes the address of the app's page in Okta. */
export function checkInstanceId(entered: string): Checked {
  const text = entered.trim();
  const value = text.includes('/') ? (/\b0oa[0-9A-Za-z]+/.exec(text)?.[0] ?? text) : text;
  return value === '' || /^0oa[0-9A-Za-z]{5,40}$/.test(value) ? { value } : { problem: 'instance-invalid' };
}

/** Consoles as people paste them → their hosts. Okta's own address of an organisation is taken for its admin console's. */
export function checkHosts(entered: string, taken: readonly string[]): { hosts: string[] } | { problem: FieldProblem } {
  const parts = entered.split(/[\s,;]+/).filter((part) => part !== '');
  const hosts = parts.map((part) => URL.parse(part.includes('://') ? part : `https://${part}`)?.host ?? '').map(consoleOf);
  if (hosts.length > 20 || hosts.some((host) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(host)))
    return { problem: 'hosts-invalid' };
  return hosts.some((host) => taken.includes(host)) ? { problem: 'hosts-taken' } : { hosts: [...new Set(hosts)] };
}

function consoleOf(host: string): string {
  return host.replace(/^([a-z0-9-]+?)(?<!-admin)\.(okta|oktapreview|okta-emea|okta-gov)\.(com|mil)$/, '$1-admin.$2.$3');
}

/** Checks what is to be kept or tested. Companion and token both empty: Sourcemark is to be disconnected, which is fine.
 *  @param taken Consoles of other profiles. */
export function checkAll(entered: Entered, taken: readonly string[] = []): { values: Connected; problems: Problems } {
  const disconnected = entered.companionUrl.trim() === '' && entered.token.trim() === '';
  const checked = {
    companionUrl: disconnected ? { value: '' } : checkCompanionUrl(entered.companionUrl),
    token: disconnected ? { value: '' } : checkToken(entered.token),
    oktaAppInstanceId: checkInstanceId(entered.oktaAppInstanceId),
  };
  const consoles = checkHosts(entered.oktaHosts, taken);
  const values: Connected = { ...entered, name: entered.name.trim().slice(0, 100), oktaHosts: 'hosts' in consoles ? consoles.hosts : [] };
  const problems: Problems = 'problem' in consoles ? { oktaHosts: consoles.problem } : {};
  for (const name of ['companionUrl', 'token', 'oktaAppInstanceId'] as const) {
    const found = checked[name];
    if ('value' in found) values[name] = found.value;
    else problems[name] = found.problem;
  }
  return { values, problems };
}

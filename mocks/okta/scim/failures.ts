import { STATUS_CODES } from 'node:http';

interface Facts {
  /** The step, in Okta's words, e.g. `Error while creating user group Sales`. */
  doing: string;
  /** Null when no answer came. */
  status: number | null;
  /** The SCIM error's `detail`, which Okta shows to its admin verbatim. */
  detail: string | null;
  /** Okta's own words for what went wrong, where it is not the status. */
  said?: string;
  retryAfter: string | null;
}

/** A call that did not succeed. Its message is what Okta's admin reads after the colon of "…failed:" or "…App group X:". */
export class ScimFailure extends Error {
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly doing: string;

  constructor(facts: Facts) {
    const reason = facts.said ?? `${STATUS_CODES[facts.status ?? 0] ?? `HTTP ${facts.status}`}.`;
    const remote = facts.detail === null ? '' : ` Errors reported by remote server: ${facts.detail}`;
    super(`${facts.doing}: ${reason}${remote}`);
    this.name = 'ScimFailure';
    this.status = facts.status;
    this.retryAfter = facts.retryAfter;
    this.doing = facts.doing;
  }
}

/** How Okta's client words an answer that never came. */
export function connectionFailure(error: unknown, baseUrl: URL): Omit<Facts, 'doing'> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `${baseUrl.hostname}:${baseUrl.port || (baseUrl.protocol === 'https:' ? '443' : '80')}`;
  const words =
    code === 'ECONNREFUSED'
      ? `Connect to ${where} failed: Connection refused`
      : code === 'ETIMEDOUT'
        ? 'Read timed out'
        : `${where} failed to respond`;
  return { status: null, detail: null, said: words, retryAfter: null };
}

/** How Okta words an error page that is no JSON (a proxy's, say): it quotes the first token. */
export function invalidJson(text: string): string {
  const token = /^\s*([A-Za-z]+|\S)/.exec(text)?.[1] ?? '';
  return `Invalid JSON: Unrecognized token '${token}' ... line: 1, column: ${token.length + 1}`;
}

const firstWait = 300;
export const maxTries = 10;

/** Seconds until a job that met 429 is tried again: `Retry-After` in whole seconds, else five minutes; doubled with each try.
 *  @param tries How often the job was tried so far, 1 or more. */
export function secondsUntilRetry(retryAfter: string | null, tries: number): number {
  const asked = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : firstWait;
  return asked * 2 ** (tries - 1);
}

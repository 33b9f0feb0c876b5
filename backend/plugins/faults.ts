import { say } from '../../locales/companion.ts';
import { StoreUnavailable } from '../store/access.ts';
import { BrokenBody } from './json-body.ts';
import { Overloaded } from './limits.ts';

/** What is wrong where no capability said it: the request itself, or we. `detail` is for a person; nothing of our insides is in it. */
export interface Fault {
  status: number;
  detail: string;
  /** Seconds after which asking again makes sense. */
  retryAfter?: number;
}

const wrongRequests: Readonly<Record<string, Fault>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, detail: say('http.too-large') },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, detail: say('http.media-type') },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, detail: say('http.content-length') },
  FST_ERR_BAD_URL: { status: 400, detail: say('http.bad-url') },
};

export function faultOf(error: unknown): Fault {
  if (error instanceof BrokenBody) return { status: 400, detail: error.message };
  if (error instanceof Overloaded) return { status: 429, detail: say('http.overloaded'), retryAfter: 5 };
  if (error instanceof StoreUnavailable) return { status: 503, detail: say('http.unavailable'), retryAfter: 10 };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = Object.hasOwn(wrongRequests, code) ? wrongRequests[code] : undefined;
  if (known !== undefined) return known;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return { status, detail: say('http.bad-request') };
  return { status: 500, detail: say('http.internal') };
}

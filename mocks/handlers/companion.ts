// mocks/handlers/ plays the companion for unit and component tests of the extension, with msw.
// What may enter: small believable facts in the types of contract/, and handlers that answer them. No rule and no page.
// Never used end to end: there the companion is the real one.
import { type HttpHandler, HttpResponse, http } from 'msw';
import { changesQuery, lookupRequest, type StatusAnswer, searchQuery } from '../../contract/api.ts';
import type { Change } from '../../contract/changes.ts';
import type { ExchangeAnswer } from '../../contract/exchange.ts';
import { historyQuery } from '../../contract/history.ts';
import type { SubjectFacts } from '../../contract/subjects.ts';
import type { TokenRole } from '../../contract/tokens.ts';
import { type WhyAnswer, type WhyQuery, whyQuery } from '../../contract/why.ts';
import { foldName } from '../../ownership/reserved.ts';
import { type Attention, aChange, anError, anExchange, aRefusal, aStatus, aTeam, aUser, aWhyAnswer, someHours } from './facts.ts';
import { historyOf } from './history.ts';
import { type MappingState, mappingHandlers } from './mapping.ts';
import { answerTo, wordsOf } from './subjects.ts';
import { tokenHandlers } from './tokens.ts';

export { aChange, anAttention, anExchange, aRefusal, aStatus, aTeam, aUser, aWhyAnswer, now, relayedHours } from './facts.ts';

/** What the played companion knows. A test keeps it and changes it as it goes; the handlers read it at each request. */
export interface CompanionState {
  /** Its origin, e.g. `http://127.0.0.1:4680`. */
  url: string;
  /** The only admin token that it takes. */
  token: string;
  /** `false`: nothing listens there. */
  reachable: boolean;
  status: StatusAnswer;
  subjects: SubjectFacts[];
  /** Oldest first. */
  changes: Change[];
  /** What `GET /history/{seq}/exchange` answers; null: it does not know the question, as older companions. */
  exchange: ((seq: number) => ExchangeAnswer) | null;
  /** What `GET /why` answers. */
  why: (asked: WhyQuery) => WhyAnswer;
  /** What `GET /attention` answers; null: it does not know the question, as older companions. */
  attention: Attention | null;
  /** What `GET /activity` answers, unless it knows neither. */
  hours: ReturnType<typeof someHours>;
  /** What the token may do; null: it does not say, as older companions. */
  role: 'viewer' | 'admin' | null;
  /** Of which roles there are tokens. */
  tokens: TokenRole[];
  /** How the mapping stands; null: it knows none, as older companions. */
  mapping: MappingState | null;
  /** What `GET /pages` answers. */
  pack: object | null;
  /** `GET /status`, `POST /lookup`, … in the order in which they came, refused ones included. */
  asked: string[];
}

/** A companion with a team of Okta's, one of Spekit's own, a name that both have, a synced and a directly invited user. */
export function aCompanion(state: Partial<CompanionState> = {}): CompanionState {
  return {
    url: 'http://127.0.0.1:4680',
    token: 'admin-token',
    reachable: true,
    status: aStatus(),
    subjects: [
      aTeam(),
      aTeam({ id: 't-own', owner: 'spekit', name: 'Onboarding Buddies', memberCount: 3 }),
      aTeam({ id: 't-two-idp', name: 'Customer Success', sameName: { idp: 0, spekit: 1 } }),
      aTeam({ id: 't-two-own', owner: 'spekit', name: 'Customer Success', sameName: { idp: 1, spekit: 0 } }),
      aUser(),
      aUser({ id: 'u-own', owner: 'spekit', displayName: 'Noor Haddad', email: 'noor@partner.example', pending: true }),
    ],
    changes: [aRefusal(), aChange()],
    exchange: () => ({ exchange: anExchange(), missing: null }),
    why: () => aWhyAnswer(),
    attention: null,
    hours: someHours(),
    role: null,
    tokens: ['admin', 'scim', 'viewer'],
    mapping: null,
    pack: null,
    asked: [],
    ...state,
  };
}

export type Resolve = (request: Request) => Promise<Response> | Response;

/** Handlers of the hints API that the extension asks. Wrong tokens are answered 401; with `reachable: false` the request fails. */
export function companionHandlers(state: CompanionState = aCompanion()): HttpHandler[] {
  const guarded =
    (answer: Resolve) =>
    async ({ request }: { request: Request }): Promise<Response> => {
      state.asked.push(`${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`);
      if (!state.reachable) return HttpResponse.error();
      if (request.headers.get('authorization') !== `Bearer ${state.token}`) return refused();
      return answer(request);
    };
  const api = `${state.url}/api/v1`;
  return [
    http.get(
      `${api}/status`,
      guarded((request) => taggedJson(request, state.status, state.status)),
    ),
    http.post(
      `${api}/lookup`,
      guarded(async (request) => {
        const asked = lookupRequest.safeParse(await request.json());
        if (!asked.success) return invalid(asked.error.message);
        return HttpResponse.json({ answers: asked.data.subjects.map((query) => answerTo(query, state)), seq: state.status.seq });
      }),
    ),
    http.get(
      `${api}/changes`,
      guarded((request) => {
        const asked = changesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
        if (!asked.success) return invalid(asked.error.message);
        const { after, limit, newest, subject } = asked.data;
        const later = state.changes.filter((change) => change.seq > after && (subject === undefined || change.subject.id === subject));
        const changes = newest === 'true' ? later.slice(-limit) : later.slice(0, limit);
        return taggedJson(request, state.status, { changes, seq: state.status.seq, more: newest === 'false' && later.length > limit });
      }),
    ),
    http.get(
      `${api}/history`,
      guarded((request) => {
        const asked = historyQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
        return asked.success ? HttpResponse.json(historyOf(asked.data, state.changes, state.status.seq)) : invalid(asked.error.message);
      }),
    ),
    http.get(
      `${api}/history/:seq/exchange`,
      guarded((request) =>
        state.exchange === null ? missing() : HttpResponse.json(state.exchange(Number(request.url.split('/').at(-2)))),
      ),
    ),
    http.get(
      `${api}/why`,
      guarded((request) => {
        const asked = whyQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
        return asked.success ? HttpResponse.json(state.why(asked.data)) : invalid(asked.error.message);
      }),
    ),
    http.get(
      `${api}/attention`,
      guarded((request) => (state.attention === null ? missing() : taggedJson(request, state.status, state.attention))),
    ),
    http.get(
      `${api}/activity`,
      guarded(() => (state.attention === null ? missing() : HttpResponse.json({ hours: state.hours, seq: state.status.seq }))),
    ),
    ...tokenHandlers(api, state, guarded, missing),
    ...mappingHandlers(api, state, guarded),
    http.get(
      `${api}/pages`,
      guarded((request) => taggedJson(request, state.status, { pack: state.pack })),
    ),
    http.get(
      `${api}/search`,
      guarded((request) => {
        const asked = searchQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
        if (!asked.success) return invalid(asked.error.message);
        const wanted = foldName(asked.data.q);
        const subjects = state.subjects.filter((subject) => wordsOf(subject).some((word) => foldName(word).includes(wanted)));
        return HttpResponse.json({ subjects: subjects.slice(0, asked.data.limit), seq: state.status.seq });
      }),
    ),
  ];
}

function taggedJson(request: Request, status: StatusAnswer, body: object): Response {
  const etag = `"${status.seq}"`;
  if (request.headers.get('if-none-match') === etag) return new HttpResponse(null, { status: 304, headers: { etag } });
  return HttpResponse.json(body, { headers: { etag } });
}

/** As the companion asks for a token (RFC 6750 §3). */
function refused(): Response {
  return HttpResponse.json(anError(), { status: 401, headers: { 'www-authenticate': 'Bearer realm="Sourcemark"' } });
}

function missing(): Response {
  return HttpResponse.json(anError({ code: 'not-found', detail: 'There is nothing at this address.' }), { status: 404 });
}

function invalid(detail: string): Response {
  return HttpResponse.json(anError({ code: 'invalid', detail }), { status: 400 });
}

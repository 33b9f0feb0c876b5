import { type HttpHandler, HttpResponse, http } from 'msw';
import { roleOfToken } from '../../contract/tokens.ts';
import type { CompanionState, Resolve } from './companion.ts';
import { now } from './facts.ts';

/** Tokens are listed, made and taken away. The one that asks is another from when its own role's is made. */
export function tokenHandlers(
  api: string,
  state: CompanionState,
  guarded: (answer: Resolve) => (of: { request: Request }) => Promise<Response>,
  missing: () => Response,
): HttpHandler[] {
  return [
    http.get(
      `${api}/token`,
      guarded(() => (state.role === null ? missing() : HttpResponse.json({ role: state.role }))),
    ),
    http.get(
      `${api}/tokens`,
      guarded(() => HttpResponse.json({ tokens: state.tokens.map((role) => ({ role, madeAt: now })) })),
    ),
    http.post(
      `${api}/tokens/:role`,
      guarded((request) => {
        const role = roleOfToken.parse(new URL(request.url).pathname.split('/').at(-1));
        const token = `new-${role}-token`;
        if (!state.tokens.includes(role)) state.tokens.push(role);
        if (role === state.role) state.token = token;
        return HttpResponse.json({ role, token }, { status: 201 });
      }),
    ),
    http.delete(
      `${api}/tokens/:role`,
      guarded((request) => {
        state.tokens = state.tokens.filter((role) => role !== new URL(request.url).pathname.split('/').at(-1));
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}

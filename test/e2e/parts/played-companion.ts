import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getResponse } from 'msw';
import { aCompanion, type CompanionState, companionHandlers } from '../../../mocks/handlers/companion.ts';

export interface PlayedCompanion {
  /** What it knows; a test changes it as it goes. */
  state: CompanionState;
  /** Answers every request with this status and a page of HTML, as something that is no companion (or one in trouble) does. */
  answerWith(httpStatus: number | null): void;
  close(): Promise<void>;
}

/** A companion of handlers, over real HTTP: for the looks of our own pages in states that a real one reaches only in trouble. */
export async function playCompanion(): Promise<PlayedCompanion> {
  const state = aCompanion();
  let trouble: number | null = null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]));
    const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
    const asked = new Request(`${state.url}${request.url ?? ''}`, { method: request.method ?? 'GET', headers, ...body });
    const answer = trouble === null ? await getResponse(companionHandlers(state), asked) : undefined;
    if (answer === undefined) return response.writeHead(trouble ?? 404, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');
    if (answer.type === 'error') return response.destroy();
    return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    answerWith: (httpStatus) => {
      trouble = httpStatus;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

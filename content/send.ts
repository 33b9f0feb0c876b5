// content/ runs in the host's tab: a session from arrival to leaving, in plain DOM. Page → subjects → one look-up → marks; act → verdict.
// What may enter: that session's steps. No framework, no zod, no store: each script stays below 8 kB gzip (`npm run size`).
// It may import hosts/, overlay/, ownership/, locales/ and the types of messages/ and contract/.
import type { MessageMap, MessageName } from '../messages/map.ts';

/** Asks the worker. Null where it gave no answer, for whatever reason: a page never hears of a failure of ours. */
export type Ask = <Name extends MessageName>(
  name: Name,
  request: Parameters<MessageMap[Name]>[0],
) => Promise<ReturnType<MessageMap[Name]> | null>;

declare const chrome: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };

let sent = 0;

/** The wire form of `messages/bus.ts` (`@webext-core/messaging`), whose own sender would cost a content script 1.1 kB gzip:
 *  `send.test.ts` holds the two together. */
export const ask: Ask = async (name, request) => {
  try {
    sent += 1;
    const message = { id: sent, type: name, data: request, timestamp: Date.now() };
    const send = async () => (await chrome.runtime?.sendMessage(message)) as { res?: unknown; err?: unknown } | undefined;
    // Sent while the browser was ending a worker that idled, it has reached nobody; sent again, it wakes the next one.
    const answer = await send().catch((error) => (/Receiving end/.test(error) ? send() : null));
    return answer && !answer.err ? ((answer.res ?? null) as never) : null;
  } catch {
    return null;
  }
};

/** Whether the extension that this script came from is still there: it is gone after an update or when it was switched off. */
export function isAlive(): boolean {
  return (globalThis as { chrome?: typeof chrome }).chrome?.runtime?.id !== undefined;
}

import { onMessage } from './bus.ts';
import type { MessageMap, MessageName } from './map.ts';
import { type Asker, mayAsk, type Ours, whoAsks } from './sender.ts';

export type RequestOf<Name extends MessageName> = Parameters<MessageMap[Name]>[0];
export type AnswerOf<Name extends MessageName> = ReturnType<MessageMap[Name]>;

/** One handler a message: a missing one is a type error. What a handler throws rejects the asker's promise, words included. */
export type Handlers = { [Name in MessageName]: (request: RequestOf<Name>, asker: Asker) => AnswerOf<Name> | Promise<AnswerOf<Name>> };

/** One parser a message. Each throws on what is not its request. */
export type Parsers = { [Name in MessageName]: (raw: unknown) => RequestOf<Name> };

/** Answers every message of the map, in the worker: the sender is checked first, then the request parsed, then the handler asked.
 *  Registers its listener before it returns, so that the message that has woken the worker is heard. */
export function receive(ours: Ours, parsers: Parsers, handlers: Handlers): void {
  for (const name of Object.keys(handlers) as MessageName[]) receiveOne(name, ours, parsers, handlers);
}

function receiveOne<Name extends MessageName>(name: Name, ours: Ours, parsers: Parsers, handlers: Handlers): void {
  onMessage(name, ({ data, sender }): AnswerOf<Name> | Promise<AnswerOf<Name>> => {
    const asker = whoAsks(sender, ours);
    if (asker === null || !mayAsk(asker, name)) throw new Error(`Refused: "${name}" may not be asked from there.`);
    return handlers[name](parsers[name](data), asker);
  });
}

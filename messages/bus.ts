import { defineExtensionMessaging } from '@webext-core/messaging';
import type { MessageMap } from './map.ts';

/** Sends to and receives in the worker. A failure in the handler rejects the sender's promise. */
const { sendMessage: send, onMessage, removeAllListeners } = defineExtensionMessaging<MessageMap>();

/** What is sent while the browser is ending a worker that idled reaches nobody; sent again, it wakes the next one. */
const sendMessage = ((...message: Parameters<typeof send>) =>
  send(...message).catch((error: unknown) => {
    if (/Receiving end/.test(String(error))) return send(...message);
    throw error;
  })) as typeof send;

export { onMessage, removeAllListeners, sendMessage };

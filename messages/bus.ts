import { defineExtensionMessaging } from '@webext-core/messaging';
import type { MessageMap } from './map.ts';

/** Sends to and receives in the worker. A failure in the handler rejects the sender's promise. */
export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<MessageMap>();

import { messagesOf } from '../../scripts/locales/messages.ts';

/** A program that gives a plain page the browser's words as an extension has them, in one language (`chrome.i18n`). */
export function speaking(language: string): string {
  return `{const words = ${JSON.stringify(messagesOf(language))};
globalThis.chrome = Object.assign(globalThis.chrome ?? {}, { i18n: { getMessage: (name) => words[name] ?? '' } });}`;
}

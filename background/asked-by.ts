import type { Asker } from '../messages/sender.ts';
import { effectiveSettings, type Settings } from '../stores/settings.ts';

/** The console of Okta's that asks, by which its profile is chosen; undefined: a page of Spekit's or ours, which use the one chosen last. */
export function consoleOf(asker: Asker): string | undefined {
  return asker.from === 'content' && asker.app === 'okta' ? asker.url.host : undefined;
}

/** The settings that hold for who asks: one look-up never mixes two organisations. */
export function settingsFor(asker: Asker): Promise<Settings> {
  return effectiveSettings(consoleOf(asker));
}

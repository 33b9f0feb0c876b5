import type { Settings } from '../stores/settings.ts';

/** Whether no notification is wanted at that time of the browser's day. From one time of day to another, across midnight where the first is
 *  later; without both, or where they are the same, never. */
export function isQuiet({ quietFrom, quietTo }: Pick<Settings, 'quietFrom' | 'quietTo'>, now: Date): boolean {
  if (quietFrom === '' || quietTo === '') return false;
  const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  return quietFrom <= quietTo ? quietFrom <= time && time < quietTo : quietFrom <= time || time < quietTo;
}

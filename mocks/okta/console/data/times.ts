const long = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant as the console's lists show it, in the admin's time zone: `Nov 24, 2026, 9:04:12 PM`. */
export const dateTime = (instant: string | null): string => (instant === null ? '' : long.format(new Date(instant)));

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as failures of a push name it, in UTC: `04-02-2025 06:37:24PM UTC`. */
export function stamp(instant: string | null): string {
  if (instant === null) return 'an unknown date';
  const at = new Date(instant);
  const hours = at.getUTCHours();
  const time = `${two(hours % 12 || 12)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}${hours < 12 ? 'AM' : 'PM'}`;
  return `${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}-${at.getUTCFullYear()} ${time} UTC`;
}

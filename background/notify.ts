import browser from 'webextension-polyfill';
import { list } from '../locales/formats.ts';
import { t } from '../locales/words.ts';
import type { Attention } from '../stores/attention.ts';
import { notices } from '../stores/notices.ts';
import { effectiveSettings, managedSettings } from '../stores/settings.ts';
import { isQuiet } from './quiet.ts';
import { speakAsSet } from './words.ts';

/** So many names stand in a notification. */
const mostNames = 3;
/** One at a time: a newer one takes the place of the one before. */
const id = 'refused';

/** Tells of requests of Okta's that are refused now and were not before, where somebody or policy has switched that on, the browser allows it and
 *  it is not quiet: what comes in quiet hours waits in the popup, and counts on the toolbar. */
export async function notifyOfRefusals(before: Attention, now: Attention): Promise<void> {
  const [wanted, managed, set] = await Promise.all([notices.read(), managedSettings.read(), effectiveSettings()]);
  if (!(managed.notifyRefusals ?? wanted.refusals) || isQuiet(set, new Date())) return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const known = new Set(subjectsOf(before));
  const fresh = now.refused.flatMap(({ detail, subjects }) => subjects.map((subject) => ({ ...subject, detail })));
  const news = fresh.filter((one) => !known.has(keyOf(one)));
  const [first] = news;
  if (first === undefined) return;
  await speakAsSet();
  const names = news.slice(0, mostNames).map(({ name }) => name);
  const more = news.length - names.length;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: t('attention.refused', {
      count: news.length,
      names: list(more > 0 ? [...names, t('attention.others', { count: more })] : names),
    }),
    message: first.detail,
  });
}

/** A notification that is pressed opens what needs attention. To be called at each start of the worker. */
export function listenToNotifications(): void {
  // Absent until the browser has allowed it.
  browser.notifications?.onClicked.addListener((pressed) => {
    if (pressed !== id) return;
    void browser.notifications.clear(id);
    void browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
  });
}

type RefusedSubject = Attention['refused'][number]['subjects'][number];

function subjectsOf({ refused }: Attention): string[] {
  return refused.flatMap(({ subjects }) => subjects.map(keyOf));
}

function keyOf({ kind, id: subject, name }: RefusedSubject): string {
  return `${kind} ${subject ?? ''} ${name}`;
}

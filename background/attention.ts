import { activityAnswer, attentionAnswer } from '../contract/attention.ts';
import { attention, type KeptAttention, nothingFound } from '../stores/attention.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { ask } from './companion.ts';
import { fingerprint } from './fingerprint.ts';
import { currentKnowledge } from './freshness.ts';
import { notifyOfRefusals } from './notify.ts';

/** It is asked so often where nothing has happened, in ms: another hour may have begun, or another companion been installed. */
const atLeastEvery = 10 * 60_000;

let asking: Promise<void> | undefined;

/** Asks the companion what needs attention whenever something has happened since it was last asked. */
export function refreshAttention(): Promise<void> {
  asking ??= askAnew().finally(() => {
    asking = undefined;
  });
  return asking;
}

/** What is known of the companion that is set. */
export async function currentAttention(): Promise<KeptAttention> {
  const [kept, about] = await Promise.all([attention.read(), effectiveSettings().then(fingerprint)]);
  return kept.about === about ? kept : nothingFound;
}

async function askAnew(): Promise<void> {
  const { reach, status, about } = await currentKnowledge();
  if (reach !== 'ok' || status === null) return;
  const kept = await attention.read();
  const { seq } = status;
  if (kept.about === about && kept.seq === seq && Date.now() - kept.askedAt < atLeastEvery) return;
  const connection = await effectiveSettings();
  const [found, activity] = await Promise.all([
    ask(connection, { method: 'GET', path: '/attention', answer: attentionAnswer }),
    ask(connection, { method: 'GET', path: '/activity', answer: activityAnswer }),
  ]);
  // An older companion does not know the questions. One that does not answer is asked when it is back.
  if (found.reach !== 'ok' && found.httpStatus !== 404) return;
  const hours = activity.reach === 'ok' ? (activity.body?.hours ?? null) : null;
  const before = kept.about === about ? kept.found : null;
  await attention.write(() => ({ about, seq, askedAt: Date.now(), found: found.reach === 'ok' ? found.body : null, hours }));
  // What was there when it was first looked at is no news.
  if (before !== null && found.reach === 'ok' && found.body !== null) await notifyOfRefusals(before, found.body);
}

import { type Knowledge, knowledge, nothingKnown } from '../stores/knowledge.ts';
import { knowledgeElsewhere } from '../stores/knowledge-elsewhere.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { fingerprint } from './fingerprint.ts';

/** Companions beside the one in use of which something is kept. */
const elsewhereAtMost = 10;

/** What is kept of the companion with that fingerprint; nothing where none is. */
export async function keptOf(about: string): Promise<Knowledge> {
  const known = await knowledge.read();
  if (known.about === about) return known;
  return (await knowledgeElsewhere.read())[about] ?? { ...nothingKnown, about };
}

/** Keeps what was learned of a companion: of the one in use where our own pages read it, of others beside. `hurryUntil` stays as it is kept. */
export async function keep(learned: Knowledge): Promise<void> {
  const { about } = learned;
  if (about === (await inUse())) return knowledge.write(({ hurryUntil }) => ({ ...learned, hurryUntil }));
  await change(about, (old) => ({ ...learned, hurryUntil: old?.hurryUntil ?? learned.hurryUntil }));
}

/** Pages that ask that companion look more often until then. Ms since 1970. */
export async function hurry(about: string, until: number): Promise<void> {
  if (about === '' || about === (await inUse())) return knowledge.write((old) => ({ ...old, hurryUntil: until }));
  await change(about, (old) => ({ ...(old ?? { ...nothingKnown, about }), hurryUntil: until }));
}

/** Another profile is in use: our own pages must not show what was learned of the one before, which is kept beside. */
export async function turn(): Promise<void> {
  const about = await inUse();
  const before = await knowledge.read();
  if (about === '' || before.about === about) return;
  const next = await keptOf(about);
  if (before.about !== '') await change(before.about, () => before);
  await knowledge.write(({ hurryUntil }) => ({ ...next, hurryUntil }));
}

async function inUse(): Promise<string> {
  return fingerprint(await effectiveSettings());
}

async function change(about: string, make: (old: Knowledge | undefined) => Knowledge): Promise<void> {
  await knowledgeElsewhere.write(({ [about]: old, ...others }) =>
    Object.fromEntries([...Object.entries(others), [about, make(old)] as const].slice(-elsewhereAtMost)),
  );
}

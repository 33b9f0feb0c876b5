import { say } from '../../locales/companion.ts';
import { Refused } from '../directory/refused.ts';
import type { SentSheet } from '../mapping/sheet/sheet.ts';

/** Spekit's sheet as it was sent: as the body, or as a part of a form beside its original. Throws Refused where there is none. */
export async function sentSheet(body: Uint8Array | undefined, type: string): Promise<SentSheet> {
  if (body === undefined) throw new Refused('invalid', say('mapping.no-sheet'));
  if (!/^multipart\/form-data\b/i.test(type)) return { sheet: body, original: null };
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refused('invalid', say('mapping.no-form'));
  });
  const sheet = await bytesOf(form.get('sheet'));
  if (sheet === null) throw new Refused('invalid', say('mapping.no-sheet'));
  return { sheet, original: await bytesOf(form.get('original')) };
}

async function bytesOf(part: FormDataEntryValue | null): Promise<Uint8Array | null> {
  if (part === null) return null;
  return typeof part === 'string' ? Buffer.from(part) : part.bytes();
}

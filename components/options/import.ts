import type { FieldProblem } from '../../locales/pages.ts';
import { type Backup, type BackupProblem, readBackup } from '../../stores/backup.ts';
import { checkCompanionUrl, checkInstanceId } from './fields.ts';

/** Why a file is not taken. `entered`: a field of it holds what the form would not take either. */
export type ImportProblem = BackupProblem | { is: 'entered'; field: string; problem: FieldProblem };

/** Reads a file of settings. It is no way around the checks of the form: an address by which a token could be read stays out. */
export function readImport(text: string): { backup: Backup } | { problem: ImportProblem } {
  const read = readBackup(text);
  if ('problem' in read) return read;
  const { profiles, ...first } = read.backup.settings;
  for (const [index, one] of [first, ...profiles].entries()) {
    const place = index === 0 ? 'settings' : `settings.profiles.${index - 1}`;
    const companionUrl = one.companionUrl === '' ? { value: '' } : checkCompanionUrl(one.companionUrl);
    for (const [name, found] of Object.entries({ companionUrl, oktaAppInstanceId: checkInstanceId(one.oktaAppInstanceId) }))
      if ('problem' in found) return { problem: { is: 'entered', field: `${place}.${name}`, problem: found.problem } };
  }
  return read;
}

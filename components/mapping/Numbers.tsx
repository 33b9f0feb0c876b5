import type { ReactElement } from 'react';
import type { MappingNumbers } from '../../contract/mapping-work.ts';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';

const told = [
  'mergedUsers',
  'mergedTeams',
  'keptUsers',
  'keptTeams',
  'newUsers',
  'newTeams',
  'rolesKept',
  'membershipsMoved',
  'undecided',
] as const satisfies readonly (keyof MappingNumbers)[];

/** What completing does, or did, in numbers. */
export function Numbers({ numbers }: { numbers: MappingNumbers }): ReactElement {
  return (
    <dl className="numbers">
      {told.map((name) => (
        <div key={name} className={name === 'undecided' && numbers[name] > 0 ? 'wanting' : undefined}>
          <dt>{t(`mapping.numbers.${name}`)}</dt>
          <dd>{number(numbers[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

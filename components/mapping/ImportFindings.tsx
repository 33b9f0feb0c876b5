import type { ReactElement } from 'react';
import type { ImportAnswer } from '../../contract/mapping-imports.ts';
import { teamFields, userFields } from '../../contract/spekit-export.ts';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';
import { Problems } from './Problems.tsx';

interface ImportFindingsProps {
  name: string;
  answer: ImportAnswer;
  /** Where it was only looked at: takes it in. */
  onTake?: () => void;
  onLeave?: () => void;
}

/** What the companion takes a column for; one of a newer companion is told by its code. */
const fields = [...userFields, ...teamFields];
const parts = ['added', 'changed', 'unchanged', 'connected'] as const;

/** What a file holds: what each column was taken for, how many rows are new, and what is wrong with which. */
export function ImportFindings({ name, answer, onTake, onLeave }: ImportFindingsProps): ReactElement {
  const { users, teams, columns, problems, problemCount } = answer;
  const good = [users, teams].some((of) => of.added + of.changed > 0);
  return (
    <section className="findings" aria-labelledby="findings">
      <h3 id="findings">{t(onTake === undefined ? 'mapping.import.result' : 'mapping.import.found', { name })}</h3>
      <table className="counts" aria-labelledby="findings">
        <thead>
          <tr>
            <td />
            {parts.map((part) => (
              <th key={part} scope="col">
                {t(`mapping.import.part.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['users', users],
              ['teams', teams],
            ] as const
          ).map(([kind, counts]) => (
            <tr key={kind}>
              <th scope="row">{t(`mapping.kinds.${kind}`)}</th>
              {parts.map((part) => (
                <td key={part}>{number(counts[part])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length === 0 ? null : (
        <details open={onTake !== undefined}>
          <summary>
            {t('mapping.import.columns', { known: columns.filter(({ meaning }) => meaning !== null).length, all: columns.length })}
          </summary>
          <ul className="columns">
            {columns
              .map((column, place) => ({ ...column, key: `${place}` }))
              .map(({ key, header, meaning }) => (
                <li key={key}>
                  <strong>{header}</strong>{' '}
                  {meaning === null ? <span className="quiet">{t('mapping.import.unread')}</span> : <span>{tellField(meaning)}</span>}
                </li>
              ))}
          </ul>
        </details>
      )}
      <Problems problems={problems} count={problemCount} />
      {onTake === undefined ? null : (
        <div className="acts">
          <Button look="primary" aria-disabled={!good} onClick={() => good && onTake()}>
            {t(problemCount > 0 ? 'mapping.import.take-good' : 'mapping.import.take')}
          </Button>
          <Button onClick={onLeave}>{t('mapping.import.leave')}</Button>
          {good ? null : <span className="quiet">{t('mapping.import.nothing-new')}</span>}
        </div>
      )}
    </section>
  );
}

function tellField(meaning: string): string {
  const known = fields.find((field) => field === meaning);
  return known === undefined ? meaning : t(`mapping.import.field.${known}`);
}

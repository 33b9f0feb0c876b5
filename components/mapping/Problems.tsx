import { type ReactElement, useId, useState } from 'react';
import type { MappingProblem } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';

const atOnce = 50;

/** What is wrong, row by row, each with what to do. `count`: of all; a companion tells the first thousand. */
export function Problems({ problems, count }: { problems: readonly MappingProblem[]; count: number }): ReactElement | null {
  const id = useId();
  const [most, setMost] = useState(atOnce);
  if (count === 0) return null;
  const shown = problems.slice(0, most).map((problem, index) => ({ ...problem, key: String(index) }));
  return (
    <section className="problems" aria-labelledby={id}>
      <h3 id={id}>{t('mapping.problems.title', { count })}</h3>
      <ol>
        {shown.map((problem) => (
          <li key={problem.key}>
            <span className="where">{whereOf(problem)}</span>
            {problem.value === null || problem.value === '' ? null : <code>{problem.value}</code>}
            <span lang="en">{problem.detail}</span>
          </li>
        ))}
      </ol>
      {problems.length > most ? (
        <Button look="plain" onClick={() => setMost(most + atOnce)}>
          {t('history.more')}
        </Button>
      ) : null}
      {count > problems.length ? <p className="quiet">{t('mapping.problems.more', { count: count - problems.length })}</p> : null}
    </section>
  );
}

function whereOf({ sheet, row, column }: MappingProblem): string {
  const parts = [
    sheet,
    row === null ? null : t('mapping.problems.row', { row: String(row) }),
    column === null ? null : t('mapping.problems.column', { column }),
  ];
  return parts.filter((part) => part !== null).join(' · ') || t('mapping.problems.whole');
}

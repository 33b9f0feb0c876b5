import { type ReactElement, useState } from 'react';
import type { MappingRow } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Download } from './Download.tsx';
import { withFile } from './jobs.ts';
import { Numbers } from './Numbers.tsx';
import { Problems } from './Problems.tsx';
import { RowCard } from './RowCard.tsx';
import type { CheckedWorkbook } from './WorkbookStep.tsx';

interface WorkbookFindingsProps {
  workbook: CheckedWorkbook;
  mayAct: boolean | null;
  look: () => Promise<void>;
  /** Checks it once more. */
  onCheck: () => void;
  onLeave: () => void;
}

/** What a workbook that came back says: what is wrong with it, who came since it was made, or what it will do. */
export function WorkbookFindings({ workbook: { file, check }, mayAct, look, onCheck, onLeave }: WorkbookFindingsProps): ReactElement {
  const { problems, problemCount, asked, numbers, alreadyCompleted } = check;
  const [answered, setAnswered] = useState<ReadonlyMap<string, MappingRow>>(new Map());
  const keyOf = ({ kind, id }: MappingRow) => `${kind} ${id}`;
  const put = (rows: readonly MappingRow[]) => setAnswered((old) => new Map([...old, ...rows.map((row) => [keyOf(row), row] as const)]));
  const good = problemCount === 0 && asked.length === 0;
  return (
    <section className="findings" aria-label={file.name}>
      {alreadyCompleted ? (
        <Notice tone="note" title={t('mapping.workbook.already', { name: file.name })} role="status" />
      ) : good ? (
        <Notice tone="good" title={t('mapping.workbook.good', { name: file.name })} role="status">
          <p>
            <a href="#complete">{t('mapping.next', { step: t('mapping.steps.complete.title') })}</a>
          </p>
        </Notice>
      ) : (
        <Notice tone="bad" title={t('mapping.workbook.bad', { name: file.name })} role="alert">
          <p>{t('mapping.workbook.bad-todo')}</p>
        </Notice>
      )}
      <Problems problems={problems} count={problemCount} />
      {problemCount === 0 ? null : (
        <Download
          words={t('mapping.workbook.marked')}
          name={file.name.replace(/(\.xlsx)?$/i, '-checked.xlsx')}
          ask={(job) => withFile(file, (offered) => sendMessage('mapping.mark', { job, file: offered }))}
        />
      )}
      {asked.length === 0 ? null : (
        <section aria-labelledby="asked">
          <h3 id="asked">{t('mapping.workbook.asked', { count: asked.length })}</h3>
          <p>{t('mapping.workbook.asked-why')}</p>
          <ul className="rows" aria-labelledby="asked">
            {asked.map((row) => (
              <RowCard key={keyOf(row)} row={answered.get(keyOf(row)) ?? row} mayAct={mayAct} onRows={put} look={look} />
            ))}
          </ul>
        </section>
      )}
      {numbers === null ? null : <Numbers numbers={numbers} />}
      <div className="acts">
        <Button onClick={onCheck}>{t('mapping.workbook.check-again')}</Button>
        <Button onClick={onLeave}>{t('mapping.workbook.leave')}</Button>
      </div>
    </section>
  );
}

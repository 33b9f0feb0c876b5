import type { ReactElement } from 'react';
import { Glyph } from './Notice.tsx';

/** What is wrong with what was entered into a field, told when it comes up. The field names it by `aria-describedby`. */
export function FieldProblem({ id, problem }: { id: string; problem: string | null }): ReactElement {
  return (
    <p className="problem" id={id} role="alert">
      {problem === null ? null : (
        <>
          <Glyph tone="bad" />
          <span>{problem}</span>
        </>
      )}
    </p>
  );
}

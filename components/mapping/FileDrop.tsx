import { type ReactElement, useEffect, useId, useState } from 'react';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { FieldProblem } from '../ui/FieldProblem.tsx';

/** As the companion reads them, in bytes. */
const most = 32 * 1024 * 1024;
const megabyte = 1024 * 1024;

interface FileDropProps {
  label: string;
  hint: string;
  /** Ends of names: `.csv`, `.xlsx`. */
  accept: readonly string[];
  disabled: boolean;
  onFile: (file: File) => void;
}

/** A file, chosen or dropped. What can be no file of that kind is refused at once, with what to do. */
export function FileDrop({ label, hint, accept, disabled, onFile }: FileDropProps): ReactElement {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(keepFromOpening, []);
  return (
    <div className="drop">
      <label htmlFor={id}>{label}</label>
      <p className="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        accept={accept.join(',')}
        disabled={disabled}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) {
            const wrong = problemOf(file, accept);
            setProblem(wrong);
            if (wrong === null) onFile(file);
          }
          // The same file, corrected, can be chosen again.
          target.value = '';
        }}
      />
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

/** A file that is dropped beside the field would be opened by the browser instead of this page. The field itself takes what is dropped on it. */
function keepFromOpening(): () => void {
  const keep = (event: DragEvent) => {
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  };
  addEventListener('dragover', keep);
  addEventListener('drop', keep);
  return () => {
    removeEventListener('dragover', keep);
    removeEventListener('drop', keep);
  };
}

function problemOf(file: File, accept: readonly string[]): string | null {
  const kinds = accept.join(', ');
  if (!accept.some((end) => file.name.toLowerCase().endsWith(end))) return t('mapping.file.kind', { name: file.name, kinds });
  if (file.size === 0) return t('mapping.file.empty', { name: file.name });
  if (file.size > most) return t('mapping.file.large', { name: file.name, size: number(Math.ceil(file.size / megabyte)) });
  return null;
}

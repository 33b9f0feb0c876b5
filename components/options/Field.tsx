import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';
import { FieldProblem } from '../ui/FieldProblem.tsx';
import type { FieldName } from './fields.ts';

interface FieldProps {
  name: FieldName;
  value: string;
  locked: boolean;
  /** What is wrong with what was entered, in words. */
  problem: string | null;
  /** Hidden until *Show* is pressed. */
  secret?: boolean;
  children?: ReactNode;
  onChange: (name: FieldName, value: string) => void;
}

/** A setting: its label, what it is, its field, and what is wrong with what was entered. */
export function Field({ name, value, locked, problem, secret = false, children, onChange }: FieldProps): ReactElement {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{t(`options.${name}`)}</label>
      <p className="quiet" id={`${id}-hint`}>
        {locked ? t('options.locked') : t(`options.${name}-hint`)}
      </p>
      <div className="entry">
        <input
          id={id}
          name={name}
          type={secret && !shown ? 'password' : 'text'}
          value={value}
          readOnly={locked}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-hint ${id}-problem`}
          onChange={(event) => onChange(name, event.target.value)}
        />
        {secret ? (
          <Button aria-label={shown ? t('options.token-hide') : t('options.token-show')} onClick={() => setShown(!shown)}>
            {shown ? t('options.hide') : t('options.show')}
          </Button>
        ) : null}
      </div>
      <FieldProblem id={`${id}-problem`} problem={problem} />
      {children}
    </div>
  );
}

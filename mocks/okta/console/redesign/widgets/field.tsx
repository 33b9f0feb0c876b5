import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface TextProps {
  label: string;
  value: string;
  change?: (value: string) => void;
}

/** A label over its text input; without `change` it cannot be edited. */
export function TextField({ label, value, change }: TextProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles['input']}
        value={value}
        readOnly={change === undefined}
        onChange={(event) => change?.(event.target.value)}
        autoComplete="off"
      />
    </div>
  );
}

/** A checkbox, switch or radio button within its label. */
export function Choice(props: {
  type: 'checkbox' | 'radio';
  name?: string;
  label: ReactNode;
  checked: boolean;
  choose: (on: boolean) => void;
}) {
  return (
    <label className={styles['choice']}>
      <input type={props.type} name={props.name} checked={props.checked} onChange={(event) => props.choose(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  );
}

/** A list's search field; it searches while one types. */
export function SearchField({ label, value, change }: { label: string; value: string; change: (value: string) => void }) {
  return (
    <input
      type="search"
      className={styles['search']}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** A name and its value. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <div className={styles['factName']}>{name}</div>
      <div>{children}</div>
    </div>
  );
}

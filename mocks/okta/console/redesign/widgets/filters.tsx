import styles from './filters.module.css';

interface Props<T extends string> {
  label: string;
  options: readonly T[];
  value: T;
  choose: (value: T) => void;
  /** What stands on an option, where it is not the option itself. */
  name?: (value: T) => string;
}

/** A row of buttons of which one is pressed. */
export function Filters<T extends string>({ label, options, value, choose, name = (one) => one }: Props<T>) {
  return (
    <fieldset className={styles['filters']}>
      <legend className={styles['label']}>{label}</legend>
      {options.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === value}
          className={one === value ? styles['on'] : styles['off']}
          onClick={() => choose(one)}
        >
          {name(one)}
        </button>
      ))}
    </fieldset>
  );
}

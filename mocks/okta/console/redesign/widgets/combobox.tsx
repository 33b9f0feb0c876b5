import { type KeyboardEvent, useId, useState } from 'react';
import { Box } from './box.tsx';
import styles from './combobox.module.css';

export interface Suggestion {
  key: string;
  label: string;
  note?: string;
  choose: () => void;
}

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  suggestions: Suggestion[];
}

/** A text input with a list of suggestions under it: the arrows walk, Enter or a click chooses. */
export function Combobox({ label, value, change, suggestions }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open ? suggestions.slice(0, 8) : [];
  const choose = (one: Suggestion): void => {
    setOpen(false);
    setAt(-1);
    one.choose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (shown.length === 0) return;
    const chosen = shown[at];
    if (event.key === 'ArrowDown') setAt((at + 1) % shown.length);
    else if (event.key === 'ArrowUp') setAt((at - 1 + shown.length) % shown.length);
    else if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles['combobox']}>
      <input
        className={styles['input']}
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={shown.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          setOpen(true);
          setAt(-1);
          change(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <Box id={id} role="listbox" aria-label={`${label}: suggestions`} className={shown.length > 0 ? styles['list'] : styles['closed']}>
        {shown.map((one, index) => (
          <Box
            key={one.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? styles['active'] : styles['option']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
          >
            <span>{one.label}</span>
            <span className={styles['note']}>{one.note}</span>
          </Box>
        ))}
      </Box>
    </div>
  );
}

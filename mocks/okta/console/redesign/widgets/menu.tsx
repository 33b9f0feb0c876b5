import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Box } from './box.tsx';
import styles from './menu.module.css';

interface Item {
  label: string;
  choose: () => void;
}

/** The height of an item, in px, or a little more. */
const itemHeight = 42;

/** A button and its menu, which opens in a portal at the end of the body. */
export function Menu({ label, items, look = 'plain' }: { label: string; items: Item[]; look?: string }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<DOMRect | null>(null);
  const id = useId();
  const close = (): void => {
    setAt(null);
    trigger.current?.focus();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={styles[look]}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        aria-controls={at === null ? undefined : id}
        onClick={() => setAt(at === null ? (trigger.current?.getBoundingClientRect() ?? null) : null)}
      >
        {label}
        <span aria-hidden="true" className={styles['caret']} />
      </button>
      {at !== null && createPortal(<Sheet id={id} label={label} at={at} items={items} close={close} />, document.body)}
    </>
  );
}

function Sheet({ id, label, at, items, close }: { id: string; label: string; at: DOMRect; items: Item[]; close: () => void }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(sheet.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((one) => one.contains(document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons[(index + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
  };
  const left = Math.min(at.left, window.innerWidth - 240);
  // Near the lower edge it moves up: all of it can be reached.
  const top = Math.max(0, Math.min(at.bottom + 4, window.innerHeight - items.length * itemHeight - 16));
  return (
    <>
      <div className={styles['backdrop']} aria-hidden="true" onMouseDown={close} />
      <Box
        ref={sheet}
        id={id}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={styles['sheet']}
        style={{ top, left }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles['item']}
            onClick={() => {
              close();
              item.choose();
            }}
          >
            {item.label}
          </button>
        ))}
      </Box>
    </>
  );
}

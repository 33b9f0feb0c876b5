import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './controls.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
}

interface MenuProps {
  /** The accessible name of the button, where its content has none. */
  label?: string;
  look?: 'icon';
  disabled?: boolean;
  items: readonly MenuItem[];
  children: ReactNode;
}

type Place = { right: number } & ({ top: number } | { bottom: number });

/** Pixels, as in `.item`. */
const itemHeight = 37;

/** Below the button, or above it where there is no room below. */
function placeAt(button: DOMRect, count: number): Place {
  const { clientWidth, clientHeight } = document.documentElement;
  const right = Math.max(8, clientWidth - button.right);
  const fits = button.bottom + 4 + count * itemHeight + 14 <= clientHeight;
  return fits ? { right, top: button.bottom + 4 } : { right, bottom: clientHeight - button.top + 4 };
}

/** A button with a menu below it, at the end of the body: arrows, Home, End, Esc and Tab as the ARIA menu-button pattern has them. */
export function Menu({ label, look, disabled = false, items, children }: MenuProps) {
  const [at, setAt] = useState<Place | null>(null);
  const trigger = useRef<HTMLDivElement>(null);
  const id = useId();
  const button = (): HTMLElement | null => trigger.current?.querySelector('button') ?? null;
  const open = (): void => {
    const box = button()?.getBoundingClientRect();
    if (box !== undefined) setAt(placeAt(box, items.length));
  };
  const close = (focus = true): void => {
    setAt(null);
    if (focus) button()?.focus();
  };
  return (
    <div ref={trigger}>
      <Button
        {...(look === undefined ? {} : { look })}
        id={`${id}-button`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        disabled={disabled}
        onClick={() => (at === null ? open() : close())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open();
        }}
      >
        {children}
      </Button>
      {at !== null &&
        createPortal(<Items at={at} labelledBy={`${id}-button`} items={items} trigger={trigger.current} onClose={close} />, document.body)}
    </div>
  );
}

interface ItemsProps {
  at: Place;
  labelledBy: string;
  items: readonly MenuItem[];
  trigger: HTMLElement | null;
  onClose: (focus?: boolean) => void;
}

function Items({ at, labelledBy, items, trigger, onClose }: ItemsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const leave = useRef(onClose);
  leave.current = onClose;
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
    const away = ({ target }: Event): void => {
      if (target instanceof Node && !ref.current?.contains(target) && trigger?.contains(target) !== true) leave.current(false);
    };
    // The scroll event of what brought the button into view may come after the click that opened the menu.
    const height = trigger?.getBoundingClientRect().top;
    const scrolled = (): void => {
      if (trigger?.getBoundingClientRect().top !== height) leave.current(false);
    };
    document.addEventListener('pointerdown', away);
    addEventListener('scroll', scrolled, true);
    return () => {
      document.removeEventListener('pointerdown', away);
      removeEventListener('scroll', scrolled, true);
    };
  }, [trigger]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(ref.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const here = all.findIndex((one) => one.matches(':focus'));
    const go: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 };
    const next = go[event.key];
    if (next !== undefined) all[next % all.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={ref} role="menu" tabIndex={-1} aria-labelledby={labelledBy} className={styles['menu']} style={at} onKeyDown={onKeyDown}>
      {items.map(({ label, onSelect, danger, disabled }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={disabled === true ? 'true' : undefined}
          className={`${styles['item']} ${danger === true ? styles['danger'] : ''}`}
          onClick={() => {
            if (disabled === true) return;
            onClose();
            onSelect();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useSubmit } from '../org.ts';
import { Banner } from './banner.tsx';
import { Box } from './box.tsx';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { useFocusTrap } from './focus-trap.ts';

interface BoxProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog in a portal that keeps the focus. */
export function Dialog({ title, close, children }: BoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useFocusTrap(box, close);
  return createPortal(
    <div className={styles['backdrop']}>
      <Box ref={box} role="dialog" aria-modal="true" aria-labelledby={id} className={styles['box']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {children}
      </Box>
    </div>,
    document.body,
  );
}

/** A dialog of the browser's own, in its top layer. */
export function TopDialog({ title, close, children }: BoxProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return createPortal(
    <dialog ref={box} aria-labelledby={id} className={styles['top']} onClose={close}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      {children}
    </dialog>,
    document.body,
  );
}

interface FormProps {
  save: string;
  danger?: boolean;
  send: () => Promise<unknown>;
  /** After *Cancel*, and after what was sent succeeded. */
  done: () => void;
  children: ReactNode;
}

/** A form with its two buttons and the words of a refusal. */
export function Form({ save, danger = false, send, done, children }: FormProps) {
  const { sending, refusal, submit } = useSubmit(send, done);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <div className={styles['body']}>
        {refusal !== null && <Banner kind="error">{refusal}</Banner>}
        {children}
      </div>
      <div className={styles['buttons']}>
        <Button onClick={done}>Cancel</Button>
        <Button type="submit" look={danger ? 'danger' : 'primary'} disabled={sending}>
          {save}
        </Button>
      </div>
    </form>
  );
}

/** The part of a dialog without a form, with one button that ends it. */
export function Choosing({ done, children }: { done: () => void; children: ReactNode }) {
  return (
    <>
      <div className={styles['body']}>{children}</div>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={done}>
          Done
        </Button>
      </div>
    </>
  );
}

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './controls.tsx';
import styles from './dialog.module.css';
import { useFocusTrap } from './focus-trap.ts';
import { Icon } from './icons.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  size?: 'small' | 'large';
}

/** A modal dialog at the end of the body. Esc and ✕ close it. */
export function Dialog({ title, onClose, children, size }: DialogProps) {
  const ref = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useFocusTrap(ref, onClose);
  return createPortal(
    <div className={styles['veil']}>
      <div
        ref={ref}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        className={`${styles['panel']} ${size === undefined ? '' : styles[size]}`}
      >
        <div className={styles['head']}>
          <h2 id={titleId}>{title}</h2>
          <Button look="icon" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        {children}
      </div>
    </div>,
    document.body,
  );
}

interface FormDialogProps {
  title: string;
  submit: string;
  ready?: boolean;
  /** Gives whether it went through; the dialog then closes. */
  onSubmit: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog around a form: it stays open, with what was typed, when the answer is no. */
export function FormDialog({ title, submit, ready = true, onSubmit, onClose, children }: FormDialogProps) {
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const done = await onSubmit();
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        <div className={styles['body']}>{children}</div>
        <div className={styles['foot']}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={busy || !ready}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** "Are you sure?" with ✓ and ✕. */
export function AreYouSure({ what, onYes, onClose }: { what: string; onYes: () => Promise<boolean>; onClose: () => void }) {
  return (
    <Dialog title="Are you sure?" size="small" onClose={onClose}>
      <div className={styles['body']}>
        <p>{what}</p>
      </div>
      <div className={styles['foot']}>
        <Button look="danger" aria-label="Yes" data-first onClick={() => void onYes().then(onClose)}>
          <Icon name="tick" />
        </Button>
        <Button aria-label="No" onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** A message in a box. */
export function Banner({ kind, close, children }: { kind: 'error' | 'success'; close?: () => void; children: ReactNode }) {
  return (
    <div className={styles[kind]} role={kind === 'error' ? 'alert' : 'status'}>
      <span>{children}</span>
      {close !== undefined && (
        <button type="button" className={styles['close']} aria-label="Dismiss" onClick={close}>
          ×
        </button>
      )}
    </div>
  );
}

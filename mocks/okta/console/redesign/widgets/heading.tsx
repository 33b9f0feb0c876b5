import type { ReactNode } from 'react';
import { Link } from '../navigation.tsx';
import styles from './heading.module.css';

interface Props {
  title: string;
  /** Where *Back* leads, and its label. */
  back?: { href: string; label: string };
  sub?: ReactNode;
  children?: ReactNode;
}

/** A page's title with what stands under it and, at its right, its controls. */
export function Heading({ title, back, sub, children }: Props) {
  return (
    <div className={styles['heading']}>
      {back !== undefined && (
        <Link href={back.href} className={styles['back']}>
          {back.label}
        </Link>
      )}
      <div className={styles['line']}>
        <h1 className={styles['title']}>{title}</h1>
        <div className={styles['controls']}>{children}</div>
      </div>
      <div className={styles['sub']}>{sub}</div>
    </div>
  );
}

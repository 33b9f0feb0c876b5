import type { ReactNode } from 'react';
import { Box } from './box.tsx';
import styles from './grid.module.css';

interface Row {
  key: string;
  cells: ReactNode[];
}

interface Props {
  label: string;
  /** An empty label is a column of actions. */
  columns: readonly string[];
  /** The columns' widths, as `grid-template-columns`. */
  widths: string;
  rows: Row[];
  empty: string;
}

/** A table made of roles: no table element, each row a grid. */
export function Grid({ label, columns, widths, rows, empty }: Props) {
  if (rows.length === 0) return <p className={styles['empty']}>{empty}</p>;
  return (
    <Box role="table" aria-label={label} className={styles['grid']}>
      <Box role="rowgroup">
        <Box role="row" className={styles['head']} style={{ gridTemplateColumns: widths }}>
          {columns.map((column) => (
            <Box key={column} role="columnheader">
              {column === '' ? <span className={styles['unseen']}>Actions</span> : column}
            </Box>
          ))}
        </Box>
      </Box>
      <Box role="rowgroup">
        {rows.map((row) => (
          <Box key={row.key} role="row" className={styles['row']} style={{ gridTemplateColumns: widths }}>
            {columns.map((column, index) => (
              <Box key={column} role="cell">
                {row.cells[index]}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** The two lines that name a subject: a link (or text) and, quieter, what it is. */
export function Named({ children, note }: { children: ReactNode; note: ReactNode }) {
  return (
    <>
      <div className={styles['name']}>{children}</div>
      <div className={styles['note']}>{note}</div>
    </>
  );
}

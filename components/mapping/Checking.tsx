import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';

interface CheckingProps {
  /** Of the file that is being checked; null: none is. */
  name: string | null;
  onStop: () => void;
}

/** That a file is being checked, and the way to stop it. Told when it begins: the place stands before there is something to say. */
export function Checking({ name, onStop }: CheckingProps): ReactElement {
  return (
    <div role="status" className="outcome">
      {name === null ? null : (
        <div className="working">
          <p>{t('mapping.workbook.checking', { name })}</p>
          <progress aria-label={t('mapping.workbook.checking', { name })} />
          <Button onClick={onStop}>{t('panel.export-cancel')}</Button>
        </div>
      )}
    </div>
  );
}

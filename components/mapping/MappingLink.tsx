import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';

/** From our other pages to this one, in a tab of its own. */
export function MappingLink(): ReactElement {
  return (
    <a href="/mapping.html" target="_blank" rel="noopener">
      {t('mapping.open')}
      <span className="unseen"> {t('dialog.new-tab')}</span>
    </a>
  );
}

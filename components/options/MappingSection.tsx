import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import { MappingLink } from '../mapping/MappingLink.tsx';
import { useIsSet } from '../popup/worker.ts';

/** The way to the page of the mapping, once a companion is set. */
export function MappingSection(): ReactElement | null {
  if (!useIsSet()) return null;
  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping">{t('mapping.title')}</h2>
      <p>{t('mapping.intro')}</p>
      <p>
        <MappingLink />
      </p>
    </section>
  );
}

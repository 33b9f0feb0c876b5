import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import { chosenLanguages, themes } from '../../stores/settings-schema.ts';
import { Choice } from './Switch.tsx';
import { useSetting } from './setting.ts';

/** Theme and language. A language is named in itself: whoever cannot read the present one finds their own. */
export function LookSection(): ReactElement {
  const names = { browser: t('look.browser'), en: 'English', de: 'Deutsch', ja: '日本語' };
  return (
    <section className="look" aria-labelledby="look">
      <h2 id="look">{t('look.title')}</h2>
      <Choice setting={useSetting('theme')} label={t('look.theme')}>
        {themes.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
      </Choice>
      <Choice setting={useSetting('language')} label={t('look.language')}>
        {chosenLanguages.map((value) => ({ value, label: names[value], ...(value !== 'browser' && { lang: value }) }))}
      </Choice>
    </section>
  );
}

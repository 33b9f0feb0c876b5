import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import { Switch } from './Switch.tsx';
import { useSetting } from './setting.ts';

/** What of Sourcemark's is shown on which pages. Warnings are no choice here: an act that cannot be undone is asked about for everybody. */
export function ShownSection(): ReactElement {
  return (
    <section className="shown" aria-labelledby="shown">
      <h2 id="shown">{t('shown.title')}</h2>
      <fieldset className="plain">
        <legend>{t('shown.okta')}</legend>
        <Switch setting={useSetting('oktaMarks')} label={t('shown.marks')} />
        <Switch setting={useSetting('oktaStrips')} label={t('shown.strips')} />
        <Switch setting={useSetting('oktaNotices')} label={t('shown.notices')} />
      </fieldset>
      <fieldset className="plain">
        <legend>{t('shown.spekit')}</legend>
        <Switch setting={useSetting('spekitMarks')} label={t('shown.marks')} />
        <Switch setting={useSetting('spekitStrips')} label={t('shown.strips')} />
        <Switch setting={useSetting('spekitNotices')} label={t('shown.notices')} />
      </fieldset>
      <p className="quiet">{t('shown.warnings')}</p>
    </section>
  );
}

import type { ReactElement } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { type Step, standingOf, steps } from './steps.ts';

/** The way, with where one is on it. Each step is a link: it can be opened, left and come back to. */
export function StepList({ status, current }: { status: MappingStatus; current: Step }): ReactElement {
  const standing = standingOf(status);
  return (
    <nav aria-label={t('mapping.steps.label')}>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step} className={`step step-${standing[step]}`}>
            <a href={`#${step}`} aria-current={step === current ? 'step' : undefined}>
              {t(`mapping.steps.${step}.title`)}
            </a>
            <span className="quiet">{t(`mapping.standing.${standing[step]}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

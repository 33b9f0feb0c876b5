import type { ReactElement, ReactNode } from 'react';
import { t } from '../../locales/words.ts';
import { type Step, steps } from './steps.ts';

interface StepFrameProps {
  step: Step;
  /** What is so now, in a sentence or two. */
  now: ReactNode;
  children?: ReactNode;
}

/** A step: what is so now, what to do, what cannot happen by accident, and then its own part. */
export function StepFrame({ step, now, children }: StepFrameProps): ReactElement {
  const next = steps[steps.indexOf(step) + 1];
  return (
    <section aria-labelledby="step">
      <h2 id="step" tabIndex={-1}>
        {t(`mapping.steps.${step}.title`)}
      </h2>
      <dl className="three">
        <div>
          <dt>{t('mapping.three.now')}</dt>
          <dd>{now}</dd>
        </div>
        <div>
          <dt>{t('mapping.three.todo')}</dt>
          <dd>{t(`mapping.steps.${step}.todo`)}</dd>
        </div>
        <div>
          <dt>{t('mapping.three.safe')}</dt>
          <dd>{t(`mapping.steps.${step}.safe`)}</dd>
        </div>
      </dl>
      {children}
      {next === undefined ? null : (
        <p className="next">
          <a href={`#${next}`}>{t('mapping.next', { step: t(`mapping.steps.${next}.title`) })}</a>
        </p>
      )}
    </section>
  );
}

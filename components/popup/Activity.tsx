import type { ReactElement } from 'react';
import { seconds } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { useAttention } from './worker.ts';

const [width, height, gap] = [312, 36, 2];

type Hours = NonNullable<ReturnType<typeof useAttention>['hours']>;

/** What Okta sent in the last 24 hours, a bar an hour, what was refused of it in the colour of trouble; below it, where the companion
 *  passes on what Okta sends, how long Spekit took. Null where it is not known. */
export function Activity(): ReactElement | null {
  const { hours } = useAttention();
  if (hours === null || hours.every(({ changes }) => changes === 0)) return null;
  const sum = (what: 'changes' | 'refused') => hours.reduce((all, hour) => all + hour[what], 0);
  return (
    <section>
      <h2>{t('activity.title')}</h2>
      <Bars hours={hours} what="changes" of={(hour) => hour.changes} part={(hour) => hour.refused} />
      <p className="quiet">{t('activity.sum', { changes: sum('changes'), refused: sum('refused') })}</p>
      <Delay hours={hours} />
    </section>
  );
}

/** How long what was passed on to Spekit was on its way. */
function Delay({ hours }: { hours: Hours }): ReactElement | null {
  const delays = hours.flatMap(({ delay }) => delay ?? []);
  if (delays.length === 0) return null;
  const changes = delays.reduce((all, delay) => all + delay.changes, 0);
  const mean = delays.reduce((all, delay) => all + delay.mean * delay.changes, 0) / changes;
  const longest = Math.max(...delays.map((delay) => delay.longest));
  return (
    <>
      <Bars hours={hours} what="delays" of={(hour) => hour.delay?.mean ?? 0} part={() => 0} />
      <p className="quiet">{t('activity.delay', { mean: seconds(mean), longest: seconds(longest) })}</p>
    </>
  );
}

interface BarsProps {
  hours: Hours;
  what: 'changes' | 'delays';
  of: (hour: Hours[number]) => number;
  /** What of it is trouble. */
  part: (hour: Hours[number]) => number;
}

function Bars({ hours, what, of, part }: BarsProps): ReactElement {
  const most = Math.max(...hours.map(of));
  const step = width / hours.length;
  // One refused request among hundreds is seen as well.
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height));
  return (
    <svg
      className={`activity ${what}`}
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {hours.map((hour, nth) => (
        <g key={hour.from}>
          <rect className="bar-none" x={nth * step} y={height - 1} width={step - gap} height={1} />
          <rect className="bar" x={nth * step} y={height - tall(of(hour))} width={step - gap} height={tall(of(hour))} />
          <rect className="bar-refused" x={nth * step} y={height - tall(part(hour))} width={step - gap} height={tall(part(hour))} />
        </g>
      ))}
    </svg>
  );
}

import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import { useAttention } from './worker.ts';

const [width, height, gap] = [312, 36, 2];

/** What Okta sent in the last 24 hours, a bar an hour, what was refused of it in the colour of trouble. Null where it is not known. */
export function Activity(): ReactElement | null {
  const { hours } = useAttention();
  if (hours === null || hours.every(({ changes }) => changes === 0)) return null;
  const most = Math.max(...hours.map(({ changes }) => changes));
  const sum = (what: 'changes' | 'refused') => hours.reduce((all, hour) => all + hour[what], 0);
  const step = width / hours.length;
  // One refused request among hundreds is seen as well.
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height));
  return (
    <section>
      <h2>{t('activity.title')}</h2>
      <svg
        className="activity"
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {hours.map(({ from, changes, refused }, nth) => (
          <g key={from}>
            <rect className="bar-none" x={nth * step} y={height - 1} width={step - gap} height={1} />
            <rect className="bar" x={nth * step} y={height - tall(changes)} width={step - gap} height={tall(changes)} />
            <rect className="bar-refused" x={nth * step} y={height - tall(refused)} width={step - gap} height={tall(refused)} />
          </g>
        ))}
      </svg>
      <p className="quiet">{t('activity.sum', { changes: sum('changes'), refused: sum('refused') })}</p>
    </section>
  );
}

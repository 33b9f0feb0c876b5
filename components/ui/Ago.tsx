import type { ReactElement } from 'react';
import { ago, agoShort } from '../../locales/ago.ts';
import { moment } from '../../locales/formats.ts';
import { useNow } from './now.ts';

interface AgoProps {
  /** RFC 3339, or ms since 1970. */
  at: string | number;
  /** In the room of a list: "12 s". The long form stays in the accessible name. */
  short?: boolean;
}

/** "12 seconds ago", counting up. The exact local time stands in the tooltip. */
export function Ago({ at, short = false }: AgoProps): ReactElement {
  const now = useNow();
  const instant = new Date(at);
  const long = ago(instant.getTime(), now);
  return (
    <time dateTime={instant.toISOString()} title={moment(at, 'second')}>
      {short ? (
        <>
          <span aria-hidden="true">{agoShort(instant.getTime(), now)}</span>
          <span className="unseen">{long}</span>
        </>
      ) : (
        long
      )}
    </time>
  );
}

import type { ReactElement, ReactNode } from 'react';
import type { Owner } from '../../ownership/actions.ts';

/** Who owns it, in a word. The same colours as the badges in the host pages. */
export function OwnerBadge({ owner, children }: { owner: Owner; children: ReactNode }): ReactElement {
  return (
    <span className={`owner owner-${owner}`} data-owner={owner}>
      {children}
    </span>
  );
}

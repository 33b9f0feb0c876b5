import type { ReactElement } from 'react';
import mark from './mark.svg';

/** What one of our own pages is called, beside the product's mark. `size`: the mark's, in px. */
export function Heading({ size, text }: { size: 20 | 32; text: string }): ReactElement {
  return (
    <h1>
      <img src={mark} alt="" width={size} height={size} />
      {text}
    </h1>
  );
}

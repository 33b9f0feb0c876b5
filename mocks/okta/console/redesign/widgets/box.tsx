import type { ComponentProps } from 'react';

/** A plain division with whatever role it is given: this generation of the console is made of these, where the older one has tables and lists. */
export function Box(props: ComponentProps<'div'>) {
  return <div {...props} />;
}

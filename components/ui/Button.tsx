import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One `primary` a view: what is meant to be pressed. `plain` looks like a link. */
  look?: 'primary' | 'quiet' | 'plain';
  ref?: Ref<HTMLButtonElement>;
}

/** A button that never submits unless told to. */
export function Button({ look = 'quiet', type = 'button', className = '', ...rest }: ButtonProps): ReactElement {
  return <button {...rest} type={type} className={`button button-${look} ${className}`.trim()} />;
}

import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface Props extends ComponentProps<'button'> {
  look?: 'primary' | 'plain' | 'danger' | 'quiet';
}

export function Button({ look = 'plain', type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className={styles[look]} />;
}

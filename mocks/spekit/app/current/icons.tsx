import styles from './controls.module.css';

const shapes = {
  home: 'M3 9.5 10 3l7 6.5V17h-5v-4H8v4H3z',
  content: 'M4 3h9l3 3v11H4zM7 9h6M7 12h6',
  settings:
    'M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M4.3 15.7l1.5-1.5M14.2 5.8l1.5-1.5',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  kebab: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  down: 'M5 8l5 5 5-5',
  close: 'M5 5l10 10M15 5L5 15',
  tick: 'M4 10.5l4 4 8-9',
  key: 'M7 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM9.5 10.5 17 3M14 6l2 2',
} as const;

/** A line icon; it says nothing to a screen reader, the control around it has the name. */
export function Icon({ name, size = 18 }: { name: keyof typeof shapes; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={name === 'kebab' ? 2.6 : 1.7}
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}

/** The icon beside what comes from the identity provider. */
export function IdpIcon({ of }: { of: 'user' | 'team' }) {
  const label = of === 'user' ? 'SSO connected' : 'IdP team';
  return (
    <span className={styles['idp']} title={label}>
      <svg
        viewBox="0 0 20 20"
        width="16"
        height="16"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="1.8"
        role="img"
        aria-label={label}
      >
        <path d={shapes.key} />
      </svg>
    </span>
  );
}

import { type Role, roles } from '../../../../ownership/actions.ts';
import styles from './parts.module.css';

export function RoleChoice({ label, role, onChange }: { label: string; role: Role; onChange: (role: Role) => void }) {
  return (
    <select
      className={styles['input']}
      aria-label={label}
      value={role}
      onChange={(event) => onChange(roles.find((one) => one === event.target.value) ?? role)}
    >
      {roles.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}

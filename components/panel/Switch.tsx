import { type ReactElement, useId } from 'react';

interface SwitchProps {
  label: string;
  why: string;
  on: boolean;
  switchTo: (on: boolean) => void;
}

/** Something that is on or off, and what that means. */
export function Switch({ label, why, on, switchTo }: SwitchProps): ReactElement {
  const reason = useId();
  return (
    <div className="switch">
      <label>
        <input type="checkbox" checked={on} aria-describedby={reason} onChange={(event) => switchTo(event.target.checked)} />
        {label}
      </label>
      <p id={reason} className="quiet">
        {why}
      </p>
    </div>
  );
}

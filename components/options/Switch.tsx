import { type ReactElement, type ReactNode, useId } from 'react';
import { t } from '../../locales/words.ts';
import type { Setting } from './setting.ts';

/** A setting that is on or off. One that policy sets is shown as it is, and says so. */
export function Switch({ setting, label }: { setting: Setting<boolean>; label: string }): ReactElement {
  const id = useId();
  return (
    <p className="switch">
      <input
        id={id}
        type="checkbox"
        checked={setting.value}
        disabled={setting.locked}
        aria-describedby={`${id}-locked`}
        onChange={(event) => setting.set(event.target.checked)}
      />{' '}
      <label htmlFor={id}>{label}</label>
      <Locked id={`${id}-locked`} setting={setting} />
    </p>
  );
}

/** A setting that is one of a few. */
export function Choice<T extends string>({
  setting,
  label,
  children,
}: {
  setting: Setting<T>;
  label: string;
  /** Its `option`s. */
  children: readonly { value: T; label: ReactNode; lang?: string }[];
}): ReactElement {
  const id = useId();
  const chosen = (value: string) => {
    const one = children.find((option) => option.value === value);
    if (one) setting.set(one.value);
  };
  return (
    <p className="choice">
      <label htmlFor={id}>{label}</label>{' '}
      <select
        id={id}
        value={setting.value}
        disabled={setting.locked}
        aria-describedby={`${id}-locked`}
        onChange={(event) => chosen(event.target.value)}
      >
        {children.map(({ value, label: words, lang }) => (
          <option key={value} value={value} lang={lang}>
            {words}
          </option>
        ))}
      </select>
      <Locked id={`${id}-locked`} setting={setting} />
    </p>
  );
}

/** Said of what policy sets, and of what could not be kept. */
export function Locked({
  id,
  setting: { locked, failed },
}: {
  id: string;
  setting: Pick<Setting<unknown>, 'locked' | 'failed'>;
}): ReactElement {
  return (
    <span className="quiet locked" id={id} role="status">
      {locked ? ` ${t('options.locked')}` : failed ? ` ${t('options.failed')}` : ''}
    </span>
  );
}

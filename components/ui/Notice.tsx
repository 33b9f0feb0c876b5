import type { ReactElement, ReactNode } from 'react';

/** How a thing stands: fine, worth knowing, needs care, broken. */
export type Tone = 'good' | 'note' | 'care' | 'bad';

interface NoticeProps {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears: `status` politely, `alert` at once. */
  role?: 'status' | 'alert';
}

const glyphs: Record<Tone, string> = {
  good: 'm4.5 8.4 2.3 2.3 4.7-5',
  note: 'M8 7.2v4M8 4.8v.1',
  care: 'M8 5.6v4M8 12v.1',
  bad: 'm5.5 5.5 5 5m0-5-5 5',
};

/** The tone as a picture. Never the only carrier of a meaning: the words beside it say the same. */
export function Glyph({ tone }: { tone: Tone }): ReactElement {
  return (
    <svg className={`glyph glyph-${tone}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {tone === 'care' ? (
        <path className="glyph-ground" d="M8 1 15.5 14.5H.5Z" />
      ) : (
        <circle className="glyph-ground" cx="8" cy="8" r="7.5" />
      )}
      <path className="glyph-line" d={glyphs[tone]} />
    </svg>
  );
}

/** A framed message with its tone. */
export function Notice({ tone, title, children, role }: NoticeProps): ReactElement {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Glyph tone={tone} />
      <div className="notice-text">
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

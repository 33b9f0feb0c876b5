import { type ReactElement, type ReactNode, useId } from 'react';
import { Glyph, type Tone } from '../ui/Notice.tsx';

/** How a step stands, in words, and what to do where it is not done. */
export interface State {
  tone: Tone;
  text: string;
  todo?: string;
}

interface StepProps {
  /** From 1. */
  number: number;
  title: string;
  state: State | null;
  children?: ReactNode;
}

/** A step of setting up: what is entered or shown there, and how it stands now, which is read out when it changes. */
export function Step({ number, title, state, children }: StepProps): ReactElement {
  const id = useId();
  return (
    <fieldset className="step" data-state={state?.tone ?? 'none'} aria-describedby={id}>
      <legend>
        <span className="number" aria-hidden="true">
          {number}
        </span>{' '}
        {title}
      </legend>
      {children}
      <div className="state" id={id} role="status">
        {state === null ? null : <Stands state={state} />}
      </div>
    </fieldset>
  );
}

/** A state with its picture. */
export function Stands({ state: { tone, text, todo } }: { state: State }): ReactElement {
  return (
    <p className="stands">
      <Glyph tone={tone} />
      <span>
        {text}
        {todo === undefined ? null : <span className="quiet"> {todo}</span>}
      </span>
    </p>
  );
}

/** A link that opens beside this page. */
export function Away({ href, children }: { href: string; children: ReactNode }): ReactElement {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

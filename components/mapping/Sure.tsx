import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

interface SureProps {
  /** What the button says that asks. */
  ask: string;
  /** What follows, as a question or a statement. */
  title: string;
  /** What the button says that does it. */
  go: string;
  look?: 'primary' | 'quiet';
  /** Why it cannot be done now; null: it can. */
  unless?: string | null;
  children?: ReactNode;
  onGo: () => void;
}

/** An act that is asked for once more, with what it will do: the second press does it. */
export function Sure({ ask, title, go, look = 'quiet', unless = null, children, onGo }: SureProps): ReactElement {
  const [asked, setAsked] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (asked) back.current?.focus();
    else if (wasAsked.current) opener.current?.focus();
    wasAsked.current = asked;
  }, [asked]);
  if (!asked)
    return (
      <div className="acts">
        <Button ref={opener} look={look} aria-disabled={unless !== null} onClick={() => setAsked(unless === null)}>
          {ask}
        </Button>
        {unless === null ? null : <span className="quiet">{unless}</span>}
      </div>
    );
  return (
    <Notice tone="care" title={title} role="alert">
      {children}
      <div className="acts">
        <Button
          look="primary"
          onClick={() => {
            setAsked(false);
            onGo();
          }}
        >
          {go}
        </Button>
        <Button ref={back} onClick={() => setAsked(false)}>
          {t('dialog.back')}
        </Button>
      </div>
    </Notice>
  );
}

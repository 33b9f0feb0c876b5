import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { TokenRole } from '../../contract/tokens.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import type { AnswerOf } from '../../messages/receive.ts';
import { managedSettings, overlay, settings } from '../../stores/settings.ts';
import { Ago } from '../ui/Ago.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

type Known = AnswerOf<'tokens.list'>;
type Made = { role: TokenRole; token: string; kept: boolean };

const roles: readonly TokenRole[] = ['viewer', 'scim', 'admin'];

/** Which tokens the companion takes: replaced or taken away where the one that is set is the admin's, else what it is. Null where the companion
 *  does not answer, or does not know of roles. */
export function Tokens(): ReactElement | null {
  const { known, look } = useTokens();
  const [made, setMade] = useState<Made | null>(null);
  const [asked, setAsked] = useState<TokenRole | null>(null);
  const [failed, setFailed] = useState(false);

  const renew = async (role: TokenRole) => {
    setAsked(null);
    const answer = await sendMessage('tokens.renew', { role }).catch(() => null);
    setFailed(!answer?.token);
    setMade(answer?.token ? { role, token: answer.token, kept: answer.kept } : null);
    await look();
  };
  const revoke = async (role: TokenRole) => {
    setMade(null);
    const answer = await sendMessage('tokens.revoke', { role }).catch(() => null);
    setFailed(answer?.reach !== 'ok');
    await look();
  };
  if (known === null || known.role === null) return null;
  return (
    <section className="tokens" aria-labelledby="tokens">
      <h2 id="tokens">{t('tokens.title')}</h2>
      {known.role === 'viewer' ? <p>{t('tokens.viewer-only')}</p> : null}
      {known.role === 'viewer'
        ? null
        : roles.map((role) => (
            <Line
              key={role}
              role={role}
              madeAt={known.tokens.find((one) => one.role === role)?.madeAt ?? null}
              sure={asked === role}
              ask={setAsked}
              renew={() => void renew(role)}
              revoke={() => void revoke(role)}
            />
          ))}
      <div aria-live="polite">
        {failed ? <Notice tone="bad" title={t('tokens.failed')} /> : null}
        {made === null ? null : <Shown made={made} />}
      </div>
    </section>
  );
}

/** What the companion that is set said last of its tokens. */
function useTokens(): { known: Known | null; look: () => Promise<void> } {
  const saved = useStore(settings.store, (state) => state.value);
  const managed = useStore(managedSettings.store, (state) => state.value);
  const { companionUrl, token } = overlay(saved, managed);
  const of = `${companionUrl} ${token}`;
  const [answer, setAnswer] = useState<{ of: string; known: Known } | null>(null);
  const look = useCallback(async () => {
    const known = await sendMessage('tokens.list', {}).catch(() => null);
    if (known?.reach === 'ok') setAnswer({ of, known });
  }, [of]);
  useEffect(() => void look(), [look]);
  // With another token it is the same companion, of which something was known: it stays until it is known anew.
  return { known: answer && companionOf(answer.of) === companionOf(of) ? answer.known : null, look };
}

function companionOf(connection: string): string {
  return connection.split(' ', 1)[0] ?? '';
}

interface LineProps {
  role: TokenRole;
  madeAt: string | null;
  /** It was asked for, and what follows was told: the next press does it. */
  sure: boolean;
  ask: (role: TokenRole | null) => void;
  renew: () => void;
  revoke: () => void;
}

function Line({ role, madeAt, sure, ask, renew, revoke }: LineProps): ReactElement {
  return (
    <div className="token">
      <p>
        <strong>{t(`tokens.roles.${role}`)}</strong>{' '}
        <span className="quiet">
          {madeAt === null ? t('tokens.none') : t('tokens.made')} {madeAt === null ? null : <Ago at={madeAt} />}
        </span>
        <br />
        {t(`tokens.for.${role}`)}
      </p>
      {sure ? (
        <Notice tone="care" title={t(`tokens.sure.${role}`)}>
          <div className="acts">
            <Button look="primary" onClick={renew}>
              {t('tokens.go-on')}
            </Button>
            <Button onClick={() => ask(null)}>{t('dialog.back')}</Button>
          </div>
        </Notice>
      ) : (
        <div className="acts">
          <Button onClick={() => (madeAt === null ? renew() : ask(role))}>{t(madeAt === null ? 'tokens.make' : 'tokens.renew')}</Button>
          {role === 'admin' || madeAt === null ? null : <Button onClick={revoke}>{t('tokens.revoke')}</Button>}
        </div>
      )}
    </div>
  );
}

/** A new token, this once. */
function Shown({ made: { role, token, kept } }: { made: Made }): ReactElement {
  return (
    <Notice tone="good" title={t('tokens.new', { role: t(`tokens.roles.${role}`) })}>
      <p>
        <code className="secret">{token}</code>
      </p>
      <p>{t(kept ? 'tokens.kept' : 'tokens.once')}</p>
      <div className="acts">
        <Button onClick={() => void navigator.clipboard.writeText(token)}>{t('tokens.copy')}</Button>
      </div>
    </Notice>
  );
}

import { type ReactElement, useState } from 'react';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Forgets all that Sourcemark keeps in this browser, once it was said what that is. `forgotten`: what is typed is to go too. */
export function ForgetSection({ forgotten }: { forgotten: () => void }): ReactElement {
  const [state, setState] = useState<'idle' | 'asked' | 'done' | 'failed'>('idle');
  const forget = async () => {
    const answer = await sendMessage('everything.forget', {}).then(
      () => 'done' as const,
      () => 'failed' as const,
    );
    if (answer === 'done') forgotten();
    setState(answer);
  };
  return (
    <section className="forget" aria-labelledby="forget">
      <h2 id="forget">{t('forget.title')}</h2>
      <p className="quiet">{t('forget.hint')}</p>
      {state === 'asked' ? (
        <Notice tone="care" title={t('forget.sure')}>
          <div className="acts">
            <Button look="primary" onClick={() => void forget()}>
              {t('forget.now')}
            </Button>
            <Button onClick={() => setState('idle')}>{t('dialog.back')}</Button>
          </div>
        </Notice>
      ) : (
        <div className="acts">
          <Button onClick={() => setState('asked')}>{t('forget.title')} …</Button>
        </div>
      )}
      <div role="status" className="outcome">
        {state === 'done' ? <Notice tone="good" title={t('forget.done')} /> : null}
        {state === 'failed' ? <Notice tone="bad" title={t('popup.worker-silent')} /> : null}
      </div>
    </section>
  );
}

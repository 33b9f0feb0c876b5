import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { t } from '../../locales/words.ts';
import { type Okta, okta, type SeenApp } from '../../stores/okta.ts';
import { Button } from '../ui/Button.tsx';
import type { OpenTabs } from './open-tabs.ts';
import { Away, type State, Step } from './Step.tsx';

interface OktaStepProps {
  /** The instance id that holds: entered, set or recognised; '' for none. */
  current: string;
  locked: boolean;
  tabs: OpenTabs;
  onUse: (instanceId: string) => void;
  /** The field of the id. */
  children: ReactNode;
}

/** Where somebody logs in whose console is not known yet: it asks for the organisation. */
const anyConsole = 'https://login.okta.com/';

/** Which app of Okta is Spekit's: recognised when its page is open, or one of those that were seen. */
export function OktaStep({ current, locked, tabs, onUse, children }: OktaStepProps): ReactElement {
  const seen = useStore(okta.store, (state) => state.value);
  const host = tabs.oktaHost ?? seen.host;
  return (
    <Step number={2} title={t('steps.okta')} state={oktaState(current, seen, tabs)}>
      {children}
      <SeenApps apps={seen.apps} current={current} locked={locked} onUse={onUse} />
      <p className="go-on">
        <Away href={host === null ? anyConsole : `https://${host}/admin/apps/active`}>
          {t('steps.open-console')} <span className="unseen">{t('dialog.new-tab')}</span>
        </Away>
      </p>
    </Step>
  );
}

/** How it stands with the app of that id. */
export function oktaState(current: string, seen: Okta, tabs: OpenTabs): State {
  const app = seen.apps.findLast(({ instanceId }) => instanceId === current);
  if (app) return { tone: 'good', text: t('steps.okta-known', { label: app.label, host: app.host }) };
  if (current !== '') return { tone: 'note', text: t('steps.okta-set', { id: current }), todo: t('steps.okta-set-todo') };
  const open = tabs.oktaHost === null ? '' : t('steps.okta-open', { host: tabs.oktaHost });
  return { tone: 'care', text: open || t('steps.okta-unknown'), todo: t('steps.okta-todo') };
}

function SeenApps({ apps, current, locked, onUse }: Omit<OktaStepProps, 'tabs' | 'children'> & { apps: SeenApp[] }): ReactElement | null {
  if (apps.length === 0) return null;
  return (
    <ul className="seen">
      {apps.toReversed().map(({ host, instanceId, label }) => (
        <li key={`${host} ${instanceId}`} className="recognised">
          <span>{t('options.recognised', { host, label, id: instanceId })}</span>
          {current === instanceId || locked ? null : (
            <Button onClick={() => onUse(instanceId)}>
              {t('options.use-this')}{' '}
              <span className="unseen">
                {label} ({instanceId})
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { ago } from '../../locales/ago.ts';
import { t } from '../../locales/words.ts';
import { okta } from '../../stores/okta.ts';
import { useNow } from '../ui/now.ts';
import { accountState } from './companion-state.ts';
import type { Tested } from './connection-test.ts';
import { oktaState } from './OktaStep.tsx';
import { useOpenTabs } from './open-tabs.ts';
import { Stands, type State } from './Step.tsx';

/** The whole way, from Okta's first request to the page on which it is seen: what stands, and of what does not the one thing to do. */
export function Way({ tested, instanceId }: { tested: Tested; instanceId: string }): ReactElement | null {
  const seen = useStore(okta.store, (state) => state.value);
  const tabs = useOpenTabs();
  const now = useNow();
  if (tested.status === null) return null;
  const states = [
    reached(tested),
    roleState(tested.role),
    oktaState(instanceId || (seen.instanceId ?? ''), seen, tabs),
    heard(tested.status, now),
    accountState(tested.status.account),
  ];
  return (
    <ol className="way" aria-label={t('way.title')}>
      {states.map((state, index) => (
        <li key={places[index]}>
          <Stands state={state} />
        </li>
      ))}
    </ol>
  );
}

const places = ['companion', 'token', 'okta', 'heard', 'spekit'] as const;

function reached({ facts: { host, version = '' }, lacks }: Tested): State {
  if (lacks.length === 0) return { tone: 'good', text: t('way.companion', { host, version }) };
  return { tone: 'care', text: t('way.older', { host, version }), todo: t('way.older-todo', { paths: lacks.join(' ') }) };
}

function roleState(role: Tested['role']): State {
  if (role === null) return { tone: 'note', text: t('way.role-unknown') };
  return { tone: 'good', text: t(`way.role-${role}`) };
}

/** When Okta was last heard of, whatever it asked. */
function heard({ lastSeen, lastSync }: NonNullable<Tested['status']>, now: number): State {
  const at = Math.max(Date.parse(lastSeen ?? '') || 0, Date.parse(lastSync?.at ?? '') || 0);
  if (at === 0) return { tone: 'note', text: t('way.nothing'), todo: t('way.nothing-todo') };
  return { tone: 'good', text: t('way.heard', { ago: ago(at, now) }) };
}

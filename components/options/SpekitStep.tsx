import type { ReactElement } from 'react';
import type { StatusAnswer } from '../../contract/api.ts';
import { t } from '../../locales/words.ts';
import { accountState } from './companion-state.ts';
import type { OpenTabs } from './open-tabs.ts';
import { Away, Stands, Step } from './Step.tsx';

/** Whether Spekit's account can be and is connected, and whether Spekit is open in this browser. */
export function SpekitStep({ account, tabs }: { account: StatusAnswer['account'] | undefined; tabs: OpenTabs }): ReactElement {
  return (
    <Step number={3} title={t('steps.spekit')} state={accountState(account)}>
      {tabs.spekit ? (
        <Stands state={{ tone: 'good', text: t('steps.spekit-open') }} />
      ) : (
        <p className="go-on">
          <Away href="https://app.spekit.co/">
            {t('steps.open-spekit')} <span className="unseen">{t('dialog.new-tab')}</span>
          </Away>
        </p>
      )}
    </Step>
  );
}

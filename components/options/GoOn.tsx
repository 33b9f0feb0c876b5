import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { linkTo } from '../../hosts/links.ts';
import { t } from '../../locales/words.ts';
import { okta } from '../../stores/okta.ts';
import { Away } from './Step.tsx';

/** Once it is set up: the pages on which Sourcemark is seen first. Okta's only where one of its pages was open before. */
export function GoOn({ instanceId }: { instanceId: string }): ReactElement {
  const seen = useStore(okta.store, (state) => state.value);
  const app = seen.apps.findLast((one) => one.instanceId === instanceId) ?? seen;
  const oktaApp = { oktaHost: app.host, oktaAppName: app.appName, oktaAppInstanceId: app.instanceId };
  const places = { ...oktaApp, oktaGroups: {}, here: location };
  const inOkta = linkTo('okta.push-groups', null, undefined, places);
  const spekit = linkTo('spekit.manage-teams', null, undefined, places);
  return (
    <p className="go-on">
      {inOkta === null ? null : (
        <Away href={inOkta}>
          {t('steps.open-app')} <span className="unseen">{t('dialog.new-tab')}</span>
        </Away>
      )}
      {spekit === null ? null : (
        <Away href={spekit}>
          {t('links.spekit.manage-teams')} <span className="unseen">{t('dialog.new-tab')}</span>
        </Away>
      )}
    </p>
  );
}

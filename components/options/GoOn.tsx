import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { type LinkTarget, linkTo } from '../../hosts/links.ts';
import { t } from '../../locales/words.ts';
import { okta } from '../../stores/okta.ts';

/** Once it is set up: the pages on which Sourcemark is seen first. Okta's only where one of its pages was open before. */
export function GoOn(): ReactElement {
  const { host, appName, instanceId } = useStore(okta.store, (state) => state.value);
  const places = { oktaHost: host, oktaAppName: appName, oktaAppInstanceId: instanceId, oktaGroups: {}, here: location };
  const targets: LinkTarget[] = ['okta.push-groups', 'spekit.manage-teams'];
  return (
    <p className="go-on">
      {targets.map((target) => {
        const href = linkTo(target, null, undefined, places);
        return href === null ? null : (
          <a key={target} href={href} target="_blank" rel="noopener">
            {t(`links.${target}`)}
            <span className="unseen"> {t('dialog.new-tab')}</span>
          </a>
        );
      })}
    </p>
  );
}

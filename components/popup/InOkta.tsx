import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { SubjectFacts } from '../../contract/subjects.ts';
import { type LinkTarget, linkTo } from '../../hosts/links.ts';
import { t } from '../../locales/words.ts';
import { foldName } from '../../ownership/reserved.ts';
import { appOf, okta } from '../../stores/okta.ts';
import { useConnection } from './worker.ts';

/** A link to where the person or group is managed in Okta, as exact as is known; nothing where not even the console's address is known. */
export function InOkta({ subject, target }: { subject: SubjectFacts | null; target?: LinkTarget }): ReactElement | null {
  const seen = useStore(okta.store, (state) => state.value);
  const { host, appName, instanceId } = appOf(seen, useConnection());
  const { groups } = seen;
  const known = host === null ? {} : (groups[host] ?? {});
  const wanted = target ?? nearest(subject, known);
  const name = subject?.kind === 'team' ? subject.name : undefined;
  const places = { oktaHost: host, oktaAppName: appName, oktaAppInstanceId: instanceId, oktaGroups: known, here: location };
  const href = wanted === null ? null : linkTo(wanted, subject, name, places);
  if (wanted === null || href === null) return null;
  return (
    <a href={href} target="_blank" rel="noopener">
      {t(`links.${wanted}`)}
      <span className="unseen"> {t('dialog.new-tab')}</span>
    </a>
  );
}

function nearest(subject: SubjectFacts | null, groups: Readonly<Record<string, string>>): LinkTarget | null {
  if (subject === null || subject.owner !== 'idp') return null;
  if (subject.kind === 'user') return subject.externalId === null ? null : 'okta.user';
  return groups[foldName(subject.name)] === undefined ? 'okta.push-groups' : 'okta.group';
}

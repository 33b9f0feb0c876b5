import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { list } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { type Attention as Found, isLastAdminAtRisk } from '../../stores/attention.ts';
import { shown } from '../../stores/shown.ts';
import { Ago } from '../ui/Ago.tsx';
import { Notice, type Tone } from '../ui/Notice.tsx';
import { useNow } from '../ui/now.ts';
import { InOkta } from './InOkta.tsx';
import { whatToDo } from './remedy.ts';
import { useAttention } from './worker.ts';

/** So many names are told; of the others the number. */
const mostNames = 3;
/** So many of one kind are shown: who has more has one cause to look for. */
const mostOfKind = 5;
/** What a group's page showed longer ago says little of today. In ms. */
const recent = 7 * 24 * 3_600_000;

/** What an admin should look at, each with what to do about it. What is solved is not there any more. Null where nothing is. */
export function Attention(): ReactElement | null {
  const { found } = useAttention();
  const late = useNotArrived();
  if (found === null) return null;
  const items = [
    ...found.refused.map((cause) => <Refused key={`refused ${cause.reason} ${cause.detail}`} cause={cause} />),
    ...(isLastAdminAtRisk(found.lastAdmin) ? [<LastAdmin key="last-admin" lastAdmin={found.lastAdmin} />] : []),
    ...few(found.sameName).map(({ name, idp, spekit }) => (
      <Item key={`same ${name}`} title={t('attention.same-name', { name })}>
        <p>{t('attention.same-name-why', { idp, spekit })}</p>
      </Item>
    )),
    ...few(late).map(({ group, seen, missing, at }) => (
      <Item key={`late ${group}`} title={t('attention.not-arrived', { group, missing, seen })}>
        <p>{t('attention.not-arrived-why')}</p>
        <p className="quiet">
          {t('attention.seen')} <Ago at={at} />
        </p>
        <InOkta subject={null} target="okta.assignments" />
      </Item>
    )),
    ...few(found.leftAlone).map(({ team, members, user }) => (
      <Item key={`alone ${team.id}`} title={t('attention.left-alone', { team: team.name })}>
        <p>{t('attention.left-alone-why', { members, user })}</p>
      </Item>
    )),
  ];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="attention">
      <h2 id="attention" tabIndex={-1}>
        {t('attention.title')}
      </h2>
      <ul>{items}</ul>
    </section>
  );
}

function Item({ tone = 'care', title, children }: { tone?: Tone; title: string; children: ReactNode }): ReactElement {
  return (
    <li>
      <Notice tone={tone} title={title}>
        {children}
      </Notice>
    </li>
  );
}

function Refused({ cause: { reason, detail, newest, subjects } }: { cause: Found['refused'][number] }): ReactElement {
  const names = named(subjects.map(({ name }) => name));
  const todo = whatToDo(reason);
  return (
    <Item tone="bad" title={t('attention.refused', { count: subjects.length, names })}>
      <p className="quiet">
        <Ago at={newest} />
      </p>
      <figure>
        <figcaption>{t('refusal.words')}</figcaption>
        <blockquote lang="en">{detail}</blockquote>
      </figure>
      {detail.includes(todo) ? null : <p>{todo}</p>}
      <InOkta subject={null} target={subjects[0]?.kind === 'user' ? 'okta.assignments' : 'okta.push-groups'} />
    </Item>
  );
}

function LastAdmin({ lastAdmin }: { lastAdmin: NonNullable<Found['lastAdmin']> }): ReactElement {
  const [admin] = lastAdmin.active;
  if (admin === undefined)
    return (
      <Item tone="bad" title={t('attention.no-admin')}>
        <p>{t('attention.no-admin-why')}</p>
      </Item>
    );
  return (
    <Item title={t('attention.last-admin', { name: admin.name })}>
      <p>{t('attention.last-admin-why')}</p>
    </Item>
  );
}

/** "Ann, Ben and 4 others". */
function named(names: readonly string[]): string {
  const more = names.length - mostNames;
  return list(more > 0 ? [...names.slice(0, mostNames), t('attention.others', { count: more })] : names);
}

function few<Thing>(things: readonly Thing[]): readonly Thing[] {
  return things.slice(0, mostOfKind);
}

/** Pushed groups whose page in Okta showed members whom Spekit has not got. */
function useNotArrived(): { group: string; seen: number; missing: number; at: number }[] {
  const now = useNow();
  const members = useStore(shown.store, (state) => state.value.members);
  return Object.values(members)
    .flatMap((groups) => Object.entries(groups).map(([group, facts]) => ({ group, ...facts })))
    .filter(({ missing, at }) => missing > 0 && now - at < recent)
    .sort((a, b) => b.at - a.at);
}

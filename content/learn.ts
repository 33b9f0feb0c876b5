import { paths } from '../hosts/okta/paths.ts';
import type { SessionStart } from '../messages/map.ts';
import { readAddress } from '../overlay/address.ts';
import { dialogs } from '../overlay/box.ts';
import { findFirst } from '../overlay/find.ts';
import { own, plain } from '../overlay/text.ts';
import type { OktaSetting } from '../ownership/actions.ts';
import { foldName } from '../ownership/reserved.ts';
import type { Connection } from './connection.ts';
import type { Page } from './recognise.ts';
import type { Subject } from './scan.ts';
import type { Ask } from './send.ts';

/** What an admin's way through Okta teaches: ids of groups (SCIM tells none), and which app is Spekit's. */
export interface Learning {
  /** Reads the changed regions of the page (null: everything). */
  read(regions: readonly Element[] | null): void;
  /** Whether the app of that address is Spekit's: as set, else as the page calls it. */
  isSpekits(places: Record<string, string>): boolean;
  /** The Spekit app is set so, or is assigned by these groups (false: no longer). */
  appShows(seen: { settings?: Partial<Record<OktaSetting, boolean>>; assigned?: Record<string, boolean> }, pages: readonly Page[]): void;
  /** Reads which groups stand among the app's assignments. */
  assigned(subjects: readonly Subject[], pages: readonly Page[]): void;
}

export function createLearning(ask: Ask, connection: Connection): Learning {
  const known = new Map<string, string>();
  let seen = '';
  const assigning = new Set<string>();

  const appShows: Learning['appShows'] = ({ settings = {}, assigned = {} }, pages) => {
    const instanceId = pages.find(({ places }) => places['instanceId'])?.places['instanceId'];
    if (!instanceId) return;
    void ask('okta.app-shows', { instanceId, settings, assigned });
    const at = Date.now();
    const { start } = connection;
    const set = Object.fromEntries(Object.entries(settings).map(([name, on]) => [name, { on, at }]));
    const groups = { ...start?.assigned };
    for (const [name, assigns] of Object.entries(assigned)) {
      if (assigns) groups[foldName(name)] = at;
      else delete groups[foldName(name)];
      if (!assigns) assigning.delete(name);
    }
    connection.learn({ settings: { ...start?.settings, ...set }, assigned: groups });
  };

  return {
    appShows,
    assigned(subjects, pages) {
      const news = subjects.filter(
        ({ list, element, name }) => list?.showsUnknown === 'group-assigned' && !element.closest(dialogs) && !assigning.has(name),
      );
      if (news.length === 0 || !connection.start) return;
      for (const { name } of news) assigning.add(name);
      appShows({ assigned: Object.fromEntries(news.map(({ name }) => [name, true])) }, pages);
    },
    read(regions) {
      const groups: Record<string, string> = {};
      for (const region of regions ?? [document.body])
        for (const link of region.querySelectorAll('a[href*="/admin/group/"]')) {
          const id = readAddress(paths.group, (link as HTMLAnchorElement).href)?.['groupId'];
          const name = plain(link.textContent);
          if (!id?.startsWith('00g') || !name || link.closest('nav') || known.get(name) === id) continue;
          known.set(name, id);
          groups[name] = id;
        }
      const here = readAddress(paths.group, location.href)?.['groupId'];
      const title = here ? headingOf() : '';
      if (here?.startsWith('00g') && title && known.get(title) !== here) {
        known.set(title, here);
        groups[title] = here;
      }
      if (Object.keys(groups).length === 0) return;
      void ask('okta.learn-groups', { host: location.host, groups });
      const folded = Object.fromEntries(Object.entries(groups).map(([name, id]) => [foldName(name), id]));
      connection.learn({ oktaGroups: { ...connection.start?.oktaGroups, ...folded } });
    },
    isSpekits({ appName = '', instanceId = '' }) {
      const set = connection.start?.oktaAppInstanceId;
      const label = headingOf();
      const named = /^spekit\b/i.test(label);
      const isIt = set ? set === instanceId : named;
      if (instanceId && label && connection.start && seen !== instanceId + label) {
        seen = instanceId + label;
        // Of an app that is not taken for Spekit's, too: an admin may have called it otherwise, and says so in the options.
        void ask('okta.app-seen', { host: location.host, appName, instanceId, label });
        if (!named && !isIt) return false;
        const facts: Partial<SessionStart> = { oktaHost: location.host, oktaAppName: appName };
        connection.learn(set ? facts : { ...facts, oktaAppInstanceId: instanceId });
      }
      return isIt;
    },
  };
}

function headingOf(): string {
  const heading = findFirst(
    [
      { css: '[data-se=app-label],[data-se=app-name],[data-se=group-name]' },
      { css: ':is(main,[role=main],#content) :is(h1,[role=heading][aria-level="1"])' },
      { css: 'h1,[role=heading][aria-level="1"]' },
    ],
    document.body,
  );
  return heading
    ? plain([...heading.childNodes].map((node) => (node instanceof Element && node.hasAttribute(own) ? '' : node.textContent)).join(''))
    : '';
}

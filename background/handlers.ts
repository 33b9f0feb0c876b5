import { searchAnswer } from '../contract/api.ts';
import { changesPage } from '../contract/changes.ts';
import { exchangeAnswer } from '../contract/exchange.ts';
import { historyAnswer } from '../contract/history.ts';
import { whyAnswer } from '../contract/why.ts';
import type { Handlers } from '../messages/receive.ts';
import type { Asker } from '../messages/sender.ts';
import { okta } from '../stores/okta.ts';
import { pages } from '../stores/pages.ts';
import { shown } from '../stores/shown.ts';
import { consoleOf, settingsFor } from './asked-by.ts';
import { ask } from './companion.ts';
import { testConnection } from './connection-test.ts';
import { findCompanion } from './find-companion.ts';
import { forgetEverything } from './forget.ts';
import { currentKnowledge, hurryUp, refresh } from './freshness.ts';
import { injectCard, injectDialog, injectSession, injectTeaching, injectWhy, injectWords } from './inject.ts';
import { withApp, withGroups } from './learned.ts';
import { lookUp } from './lookups.ts';
import { mappingHandlers } from './mapping.ts';
import { servedPages } from './page-pack.ts';
import { isFollowed, panelFollows, showPointed } from './panels.ts';
import { accountOf, startSession } from './session.ts';
import { withAppShown, withMembers } from './shown.ts';
import { matchForMarks } from './staging.ts';
import { forgetTaught, shareTaught, teach } from './taught.ts';
import { listTokens, renewToken, revokeToken } from './tokens.ts';
import { chosenWords, wordsOfMarks } from './words.ts';

/** What the worker does for each message of the map. A new message: a line in `messages/map.ts`, its schema in `requests.ts`, its handler here. */
export const handlers: Handlers = {
  'session.start': ({ host }, asker) => startSession(host, asker),

  'pages.served': ({ host }, asker) => servedPages(host, consoleOf(asker)),

  async 'pages.teach'({ page }, asker) {
    await teach(page, asker);
    return true as const;
  },

  'pages.forget': ({ id }) => forgetTaught(id),

  'pages.share': () => shareTaught(),

  async 'teach.begin'({ tabId }) {
    const words = await chosenWords();
    if (words !== null) await injectWords({ tabId, frameId: 0 }, words);
    await injectTeaching(tabId);
  },

  async 'subjects.lookup'({ subjects }, asker) {
    const oktaHost = consoleOf(asker);
    const known = await currentKnowledge(oktaHost);
    if (subjects.length === 0) return { reach: known.reach, seq: known.status?.seq ?? 0, answers: [] };
    const found = await lookUp(subjects, oktaHost);
    // A look-up that ends otherwise than the last status is news for the toolbar and the popup.
    if (found.reach !== known.reach) refresh(oktaHost).catch(() => undefined);
    return found;
  },

  async 'freshness.ask'({ after }, asker) {
    const { reach, status } = await refresh(consoleOf(asker));
    const seq = status?.seq ?? 0;
    matchForMarks(status?.account ?? null, asker);
    // A companion that starts over counts from below: that is news too.
    return { reach, seq, changed: reach === 'ok' && seq !== after, account: accountOf(status) };
  },

  'freshness.hurry': (_request, asker) => hurryUp(consoleOf(asker)),

  async 'session.inject'(_request, asker) {
    const words = await chosenWords();
    // Until a language is chosen, or the page's own bundles are of one, there is nothing to give.
    if (words !== null) await injectWords(fromContent(asker), words);
    const [given] = await Promise.all([words === null ? wordsOfMarks() : null, injectSession(fromContent(asker))]);
    return given;
  },

  'everything.forget': () => forgetEverything(),

  'dialog.inject': (_request, asker) => injectDialog(fromContent(asker)),

  'card.inject': (_request, asker) => injectCard(fromContent(asker)),

  'why.inject': (_request, asker) => injectWhy(fromContent(asker)),

  async 'changes.of'({ id }, asker) {
    const path = `/changes?${new URLSearchParams({ newest: 'true', limit: '1', subject: id })}`;
    const answer = await ask(await settingsFor(asker), { method: 'GET', path, answer: changesPage });
    const [change] = answer.reach === 'ok' && answer.body ? answer.body.changes : [];
    // An older companion does not know the question, and answers with the newest change of all.
    const followed = asker.from === 'content' && (await isFollowed(asker.tabId));
    return { reach: answer.reach, change: change?.subject.id === id ? change : null, followed };
  },

  'subject.pointed': (subject, asker) => showPointed(fromContent(asker).tabId, subject),

  'panel.follows': (panel) => panelFollows(panel),

  async 'okta.learn-groups'({ groups }, asker) {
    const { host } = fromOkta(asker);
    const old = await okta.read();
    if (withGroups(old, host, groups) !== old) await okta.write((newest) => withGroups(newest, host, groups));
  },

  async 'okta.app-seen'(seen, asker) {
    const { host } = fromOkta(asker);
    const { oktaAppInstanceId } = await settingsFor(asker);
    const old = await okta.read();
    const { appName, instanceId, label } = seen;
    const app = { host, appName, instanceId, label };
    if (withApp(old, app, oktaAppInstanceId) !== old) await okta.write((newest) => withApp(newest, app, oktaAppInstanceId));
  },

  async 'okta.app-shows'(seen, asker) {
    fromOkta(asker);
    await shown.write((newest) => withAppShown(newest, seen, Date.now()));
  },

  async 'okta.members-seen'(seen, asker) {
    const { host } = fromOkta(asker);
    await shown.write((newest) => withMembers(newest, host, seen, Date.now()));
  },

  async 'page.report'(report, asker) {
    const { tabId, url } = fromContent(asker);
    await pages.write((old) => ({ ...old, [tabId]: { ...report, at: Date.now(), url: url.href } }));
  },

  'companion.find': async () => ({ url: await findCompanion() }),

  'connection.test': (connection) => testConnection(connection),

  'tokens.list': () => listTokens(),
  'tokens.renew': ({ role }) => renewToken(role),
  'tokens.revoke': ({ role }) => revokeToken(role),

  async 'changes.newest'({ limit }, asker) {
    const path = `/changes?newest=true&limit=${limit}`;
    const answer = await ask(await settingsFor(asker), { method: 'GET', path, answer: changesPage });
    return { reach: answer.reach, changes: answer.reach === 'ok' && answer.body ? answer.body.changes.toReversed() : [] };
  },

  async 'changes.history'(query, asker) {
    const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    const path = `/history?${new URLSearchParams(asked)}`;
    const answer = await ask(await settingsFor(asker), { method: 'GET', path, answer: historyAnswer });
    return { reach: answer.reach, page: answer.reach === 'ok' ? answer.body : null };
  },

  async 'changes.exchange'({ seq }, asker) {
    const answer = await ask(await settingsFor(asker), { method: 'GET', path: `/history/${seq}/exchange`, answer: exchangeAnswer });
    return { reach: answer.reach, told: answer.reach === 'ok' ? answer.body : null };
  },

  async 'subjects.why'({ user, team }, asker) {
    const path = `/why?${new URLSearchParams({ user, team })}`;
    const answer = await ask(await settingsFor(asker), { method: 'GET', path, answer: whyAnswer });
    return { reach: answer.reach, why: answer.reach === 'ok' ? answer.body : null };
  },

  async 'subjects.search'({ q }, asker) {
    if (q.trim() === '') return { reach: (await currentKnowledge()).reach, subjects: [] };
    const path = `/search?${new URLSearchParams({ q: q.trim() })}`;
    const answer = await ask(await settingsFor(asker), { method: 'GET', path, answer: searchAnswer });
    return { reach: answer.reach, subjects: answer.reach === 'ok' && answer.body ? answer.body.subjects : [] };
  },

  ...mappingHandlers,
};

type ContentAsker = Extract<Asker, { from: 'content' }>;

function fromContent(asker: Asker): ContentAsker {
  if (asker.from !== 'content') throw new Error('Only a page of a host app can ask this: it is about its tab.');
  return asker;
}

/** The host is the one that the browser names, not the one that the page claims to be. */
function fromOkta(asker: Asker): { host: string } {
  const { app, url } = fromContent(asker);
  if (app !== 'okta') throw new Error('Only a page of Okta can teach what Okta shows.');
  return { host: url.host };
}

// test/gallery/ shows each surface of ours in every state that it has. What may enter: the states, once, for the component tests, for the
// gallery that somebody opens (`npm run gallery`) and for what looks at its layout; and what draws them.
import {
  aChange,
  anAttention,
  aRefusal,
  aStatus,
  aTeam,
  aUser,
  type CompanionState,
  relayedHours,
} from '../../mocks/handlers/companion.ts';
import { block, type Told, warning } from '../parts/dialog-told.ts';
import { mappingStates } from './mapping-states.ts';

/** What a companion in trouble does with a request. */
export type Trouble = 'none' | 'slow' | 'hangs' | 'fails' | 'away';
/** What a slow one takes for an answer, in ms: long enough to see what is shown meanwhile. */
export const slowness = 1_500;

export interface GalleryState {
  surface: 'popup' | 'options' | 'panel' | 'mapping' | 'dialog';
  name: string;
  /** Words by which to see that the surface is in this state. */
  shows: string;
  /** False: nobody has set the companion up. */
  connected: boolean;
  trouble: Trouble;
  /** From right to left, with names that are. */
  rtl: boolean;
  /** What an organisation has set by policy. */
  managed: Readonly<Record<string, unknown>>;
  /** The companion answered before, and is in trouble since. */
  remembered: boolean;
  /** The part of a page that its address names, as `#push`; empty: none. */
  at: string;
  /** Changes what the played companion knows. */
  seed(companion: CompanionState): void;
  /** What the dialog says. */
  told: Told | null;
}

const long = 'Vertriebsmitarbeiterinnenschulungsgruppe'.repeat(4);
const arabic = 'فريق نجاح العملاء';
const names = (count: number): string[] => Array.from({ length: count }, (_, nth) => `Sales – Region ${nth + 1}`);
const changes = (count: number) =>
  Array.from({ length: count }, (_, nth) =>
    aChange({ seq: nth + 1, event: 'user.created', subject: { kind: 'user', id: `u${nth}`, name: `Person ${nth + 1}` } }),
  );

function called(name: string): (companion: CompanionState) => void {
  return (companion) => {
    const subject = { kind: 'team', id: null, name } as const;
    companion.status = aStatus({ lastRefusal: aRefusal({ subject, detail: `${name} cannot be added to Spekit.` }) });
    companion.attention = anAttention({
      refused: [
        { reason: 'group-push-reserved', detail: `${name} cannot be added to Spekit.`, newest: aRefusal().at, subjects: [subject] },
      ],
      sameName: [{ name, idp: 1, spekit: 1 }],
      lastAdmin: { active: [{ id: aUser().id, name, owner: 'idp' }] },
      leftAlone: [{ team: { id: 't-alone', name }, members: 2, user: name }],
    });
    companion.subjects = [aTeam({ name })];
    companion.changes = [aRefusal({ subject, detail: `${name} cannot be added to Spekit.` }), aChange({ subject })];
  };
}

const plain: Omit<GalleryState, 'surface' | 'name' | 'shows'> = {
  ...{ connected: true, trouble: 'none', rtl: false, managed: {}, remembered: false, at: '' },
  ...{ seed: () => undefined, told: null },
};
export type Difference = Partial<GalleryState> & Pick<GalleryState, 'name' | 'shows'>;
const of = (surface: GalleryState['surface'], all: readonly Difference[]): GalleryState[] =>
  all.map((one) => ({ ...plain, surface, ...one }));

/** All that can be set. */
const policy = {
  ...{ oktaMarks: false, spekitNotices: false, quietFrom: '18:00', quietTo: '08:00', theme: 'dark', language: 'en', notifyRefusals: true },
  ...{ companionUrl: 'http://127.0.0.1:4680', token: 'policy-token', oktaAppInstanceId: '0oa1b2c3d4E5F6G7H8i9' },
  ...{ profiles: [{ name: 'EU', companionUrl: 'https://eu.example' }], name: 'Acme', oktaHosts: ['acme-admin.okta.com'] },
};

/** Every state of every surface. */
export const states: readonly GalleryState[] = [
  ...of('popup', [
    { name: 'empty', shows: 'not set up yet', connected: false },
    { name: 'loading', shows: 'Asking 127.0.0.1:4680', trouble: 'hangs' },
    { name: 'slow', shows: 'Connected to', trouble: 'slow' },
    { name: 'remembered', shows: 'Connected to', trouble: 'hangs', remembered: true },
    {
      name: 'in sync',
      shows: 'Connected to',
      seed: (companion) => void Object.assign(companion, { status: aStatus({ refusals: 0, lastRefusal: null }) }),
    },
    {
      name: 'needs attention',
      shows: 'is the last active Account Admin',
      seed: (companion) => void Object.assign(companion, { attention: anAttention() }),
    },
    {
      name: 'passing on to Spekit',
      shows: 'Spekit answered after 1 s on average, 8.2 s at most',
      seed: (companion) => void Object.assign(companion, { attention: anAttention(), hours: relayedHours() }),
    },
    { name: 'away', shows: 'does not answer', trouble: 'away' },
    { name: 'error', shows: 'not as a companion should', trouble: 'fails' },
    { name: 'token refused', shows: 'refuses the access token', seed: (companion) => void Object.assign(companion, { token: 'another' }) },
    {
      name: 'huge',
      shows: '48,211',
      seed: (companion) => {
        const counts = { users: { idp: 48_211, spekit: 1_204, inactive: 9_930 }, teams: { idp: 1_322, spekit: 411 } };
        const subjects = names(60).map((name) => ({ kind: 'team', id: null, name }) as const);
        const refused = [{ reason: 'group-push-reserved', detail: aRefusal().detail ?? '', newest: aRefusal().at, subjects }];
        const sameName = names(40).map((name) => ({ name, idp: 1, spekit: 1 }));
        Object.assign(companion, {
          status: aStatus({ counts, refusals: 4_100 }),
          attention: anAttention({ refused, sameName }),
          changes: changes(400),
        });
      },
    },
    { name: 'long names', shows: long, seed: called(long) },
    { name: 'right to left', shows: arabic, rtl: true, seed: called(arabic) },
  ]),
  ...of('options', [
    { name: 'empty', shows: 'Companion URL', connected: false },
    { name: 'set up', shows: 'Companion URL', seed: (companion) => void Object.assign(companion, { role: 'admin' }) },
    { name: 'right to left', shows: 'Companion URL', rtl: true, seed: (companion) => void Object.assign(companion, { role: 'viewer' }) },
    { name: 'set by policy', shows: "Set by your organisation's policy", managed: policy },
    { name: 'token refused', shows: 'refuses', seed: (companion) => void Object.assign(companion, { token: 'another' }) },
    { name: 'away', shows: 'Companion URL', trouble: 'away' },
  ]),
  ...of('panel', [
    { name: 'empty', shows: 'History', seed: (companion) => void Object.assign(companion, { changes: [] }) },
    { name: 'loading', shows: 'Asking 127.0.0.1:4680', trouble: 'hangs' },
    { name: 'history', shows: 'Okta created the team' },
    { name: 'away', shows: 'does not answer', trouble: 'away' },
    { name: 'huge', shows: 'Show more', seed: (companion) => void Object.assign(companion, { changes: changes(2_000) }) },
    { name: 'long names', shows: long, seed: called(long) },
    { name: 'right to left', shows: arabic, rtl: true, seed: called(arabic) },
  ]),
  ...of('mapping', mappingStates(long, arabic)),
  ...of('dialog', [
    { name: 'warning', shows: 'is expected to stay in Spekit', told: warning },
    { name: 'block', shows: 'cannot be deleted in Spekit', told: block },
    {
      name: 'many',
      shows: 'Sales – Region 1',
      told: { ...warning, facts: { ...warning.facts, all: names(60).map((name) => ({ name })) } },
    },
    { name: 'long names', shows: long, told: { ...block, facts: { ...block.facts, name: long } } },
    { name: 'right to left', shows: arabic, rtl: true, told: { ...warning, facts: { ...warning.facts, name: arabic } } },
  ]),
];

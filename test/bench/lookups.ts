import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Companion } from '../e2e/parts/companion.ts';
import { Program } from '../e2e/parts/program.ts';
import { load, type Measured } from './load.ts';
import { median } from './medians.ts';
import { createPeople, emailOf } from './people.ts';

const users = 10_000;
const rounds = 3;
const run = { connections: 16, seconds: 4 };

interface Question {
  name: string;
  path: string;
  body: string | null;
  token: 'admin' | 'scim';
}

const subjects = (count: number): { key: string; kind: 'user'; email: string }[] =>
  Array.from({ length: count }, (_, index) => ({ key: String(index), kind: 'user', email: emailOf((index * 7_919) % users) }));

const questions: Question[] = [
  { name: 'look up 1 person', path: '/api/v1/lookup', body: JSON.stringify({ subjects: subjects(1) }), token: 'admin' },
  { name: 'look up 50 people', path: '/api/v1/lookup', body: JSON.stringify({ subjects: subjects(50) }), token: 'admin' },
  { name: 'status', path: '/api/v1/status', body: null, token: 'admin' },
  {
    name: 'SCIM, by userName',
    path: `/scim/v2/Users?filter=${encodeURIComponent(`userName eq "${emailOf(4_711)}"`)}&startIndex=1&count=100`,
    body: null,
    token: 'scim',
  },
];

/** Answers a second of the companion with 10,000 people in its database, against bare Fastify that answers the same bytes. */
export async function benchLookups(): Promise<void> {
  const companion = await Companion.make();
  try {
    await companion.start();
    const seconds = await createPeople(companion, users);
    console.log(`${users} people created over SCIM in ${seconds.toFixed(1)} s.`);
    const rows: Record<string, Record<string, string | number>> = {};
    for (const question of questions) rows[question.name] = await compare(companion, question);
    console.table(rows);
  } finally {
    await companion.remove();
  }
}

/** Companion and floor take turns, so that what else the machine does meets both. */
async function compare(companion: Companion, question: Question): Promise<Record<string, string | number>> {
  const token = question.token === 'admin' ? companion.adminToken : companion.scimToken;
  const headers = { authorization: `Bearer ${token}`, ...(question.body !== null && { 'content-type': 'application/json' }) };
  const url = companion.url + question.path;
  const answer = await fetch(url, question.body === null ? { headers } : { method: 'POST', headers, body: question.body });
  if (!answer.ok) throw new Error(`${question.name}: ${answer.status} ${await answer.text()}`);
  const fixed = join(companion.folder, 'fixed-answer.json');
  const bytes = await answer.text();
  await writeFile(fixed, bytes);
  const floor = new Program('test/bench/bare-fastify.ts', { BENCH_BODY: fixed });
  try {
    const [, floorUrl] = await floor.said(/Listening on (\S+)/);
    const ours: Measured[] = [];
    const bare: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await load({ url, headers, body: question.body }, run));
      bare.push(await load({ url: `${floorUrl}/`, headers, body: question.body }, run));
    }
    const mine = median(ours.map((one) => one.perSecond));
    const theirs = median(bare.map((one) => one.perSecond));
    return {
      'companion /s': Math.round(mine),
      'bare Fastify /s': Math.round(theirs),
      'share of the floor': `${Math.round((100 * mine) / theirs)} %`,
      'p50 ms': median(ours.map((one) => one.p50)),
      'p99 ms': median(ours.map((one) => one.p99)),
      'answer bytes': bytes.length,
    };
  } finally {
    await floor.stop();
  }
}

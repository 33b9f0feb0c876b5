import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Companion } from '../e2e/parts/companion.ts';
import { Program } from '../e2e/parts/program.ts';
import { conditions } from './document/machine.ts';
import { figure, table } from './document/markdown.ts';
import { load, type Measured } from './load.ts';
import { median } from './medians.ts';
import type { Options } from './options.ts';
import { createPeople, emailOf } from './people.ts';
import type { Report } from './report.ts';

const users = 10_000;
const connections = 16;

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
export async function benchLookups(options: Options): Promise<Report> {
  const companion = await Companion.make();
  try {
    await companion.start();
    const seconds = await createPeople(companion, users);
    console.log(`${users} people created over SCIM in ${seconds.toFixed(1)} s.`);
    const rows: string[][] = [];
    for (const question of questions) rows.push(await compare(companion, question, options));
    const text = [
      '## Look-ups',
      conditions(new Date()),
      `${users.toLocaleString('en-US')} people, ${connections} connections, beside bare Fastify that parses the same request and answers the same bytes.`,
      table(['', 'companion /s', 'bare Fastify /s', 'share of the floor', 'p50 ms', 'p99 ms', 'answer bytes'], rows),
    ];
    return { text: text.join('\n\n'), files: {} };
  } finally {
    await companion.remove();
  }
}

/** Companion and floor take turns, so that what else the machine does meets both. */
async function compare(companion: Companion, question: Question, { pace, quick }: Options): Promise<string[]> {
  // autocannon counts in whole seconds.
  const run = { connections, seconds: quick ? 1 : 4 };
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
    for (let round = 0; round < pace.rounds; round++) {
      ours.push(await load({ url, headers, body: question.body }, run));
      bare.push(await load({ url: `${floorUrl}/`, headers, body: question.body }, run));
    }
    const mine = median(ours.map((one) => one.perSecond));
    const theirs = median(bare.map((one) => one.perSecond));
    return [
      question.name,
      figure(mine),
      figure(theirs),
      `${Math.round((100 * mine) / theirs)} %`,
      String(median(ours.map((one) => one.p50))),
      String(median(ours.map((one) => one.p99))),
      String(bytes.length),
    ];
  } finally {
    await floor.stop();
  }
}

import { mappingRowsAnswer, mappingRules, mappingStatus } from '../contract/mapping.ts';
import { forgetImportsAnswer, importAnswer } from '../contract/mapping-imports.ts';
import { sheetCheckAnswer } from '../contract/mapping-sheet.ts';
import { checkAnswer, completeAnswer, decisionsAnswer, previewAnswer, undoAnswer } from '../contract/mapping-work.ts';
import { leaveFile, offeredFile } from '../messages/files.ts';
import type { Heard, MappingMessages, OfferedFile } from '../messages/mapping.ts';
import type { Handlers } from '../messages/receive.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { type Answer, ask, askForFile, type Question } from './companion.ts';
import { hurryUp } from './freshness.ts';

/** A whole company's file is read, checked or merged: ms. */
const patience = 4 * 60_000;
/** Rows of the mapping are made anew where Okta is pushing: ms. */
const rowsPatience = 20_000;

/** What may be stopped, by the name that the page gave it. Where the worker dies meanwhile, the request has gone with it. */
const underWay = new Map<string, AbortController>();

/** What the worker does for the mapping page: each message is one request to the companion. */
export const mappingHandlers: Pick<Handlers, keyof MappingMessages> = {
  async 'mapping.status'({ etag }) {
    const answer = await ask(await effectiveSettings(), {
      method: 'GET',
      path: '/mapping',
      answer: mappingStatus,
      etag,
      timeout: rowsPatience,
    });
    return { ...heardOf(answer), etag: answer.reach === 'ok' ? answer.etag : null };
  },

  'mapping.rows': (query) =>
    hear({ method: 'GET', path: `/mapping/rows?${params(query)}`, answer: mappingRowsAnswer, timeout: rowsPatience }),

  'mapping.set-rules': (rules) => hear({ method: 'PUT', path: '/mapping/rules', body: rules, answer: mappingRules, timeout: rowsPatience }),

  'mapping.import': ({ job, file, trial }) =>
    run(job, async (signal) => {
      const path = `/mapping/imports?${params({ fileName: file.name, try: trial })}`;
      return hear({ method: 'POST', path, ...(await carrying(file)), answer: importAnswer, signal, timeout: patience });
    }),

  'mapping.forget-imports': () => hear({ method: 'DELETE', path: '/mapping/imports', answer: forgetImportsAnswer, timeout: patience }),

  'mapping.workbook': ({ job }) => run(job, (signal) => hearFile({ method: 'GET', path: '/mapping/workbook', signal })),

  'mapping.check': ({ job, file }) =>
    run(job, async (signal) =>
      hear({ method: 'POST', path: '/mapping/check', ...(await carrying(file)), answer: checkAnswer, signal, timeout: patience }),
    ),

  'mapping.mark': ({ job, file }) =>
    run(job, async (signal) => hearFile({ method: 'POST', path: '/mapping/check?answer=workbook', ...(await carrying(file)), signal })),

  'mapping.check-sheet': ({ job, file, original }) =>
    run(job, async (signal) => {
      const sent = await carrying(file);
      const beside = original === null ? sent : { form: formOf({ sheet: sent.file, original }) };
      return hear({ method: 'POST', path: '/mapping/sheet/check', ...beside, answer: sheetCheckAnswer, signal, timeout: patience });
    }),

  'mapping.fill-sheet': ({ job, file }) =>
    run(job, async (signal) => hearFile({ method: 'POST', path: '/mapping/sheet/fill', ...(await carrying(file)), signal })),

  'mapping.decide': (decisions) =>
    hear({ method: 'POST', path: '/mapping/decisions', body: decisions, answer: decisionsAnswer, timeout: rowsPatience }),

  'mapping.preview': (query) =>
    hear({ method: 'GET', path: `/mapping/preview?${params(query)}`, answer: previewAnswer, timeout: rowsPatience }),

  // Not to be stopped half way: the companion does all of it or nothing, and the page would not know which.
  'mapping.complete': async ({ file }) => {
    const sent = file === null ? { body: {} } : await carrying(file);
    return hurrying(await hear({ method: 'POST', path: '/mapping/complete', ...sent, answer: completeAnswer, timeout: patience }));
  },

  'mapping.undo-file': ({ job }) => run(job, (signal) => hearFile({ method: 'GET', path: '/mapping/undo-file', signal })),

  'mapping.undo': async () =>
    hurrying(await hear({ method: 'POST', path: '/mapping/undo', body: {}, answer: undoAnswer, timeout: patience })),

  'mapping.stop'({ job }) {
    underWay.get(job)?.abort();
  },
};

async function hear<T>(question: Question<T>): Promise<Heard<T>> {
  return heardOf(await ask(await effectiveSettings(), question));
}

/** Whose everybody is has changed at once: pages of the consoles that are open see it in seconds. */
async function hurrying<T>(heard: Heard<T>): Promise<Heard<T>> {
  if (heard.reach === 'ok') await hurryUp().catch(() => undefined);
  return heard;
}

async function hearFile(question: Omit<Question<string>, 'answer'>): Promise<Heard<string>> {
  return heardOf(await askForFile(await effectiveSettings(), { timeout: patience, ...question }, leaveFile));
}

function heardOf<T>(answer: Answer<T>): Heard<T> {
  return answer.reach === 'ok'
    ? { reach: 'ok', answer: answer.body, refusal: null }
    : { reach: answer.reach, answer: null, refusal: answer.refusal ?? null };
}

async function run<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  underWay.set(job, controller);
  try {
    return await work(controller.signal);
  } finally {
    underWay.delete(job);
  }
}

async function carrying({ address }: OfferedFile): Promise<{ file: Blob }> {
  return { file: await offeredFile(address) };
}

function formOf(parts: Readonly<Record<string, Blob | string>>): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.set(name, part);
  return form;
}

function params(query: Readonly<Record<string, string | number | boolean | undefined>>): URLSearchParams {
  return new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

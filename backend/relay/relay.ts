// relay/ passes what Okta sends on to Spekit's own SCIM, answers what Spekit answered, and keeps both: what stands in the history then
// has been carried out, and how long it took. What may enter: asking Spekit, what must not reach it, and taking over what it did.
// Users and teams are written by `directory/` alone.
import type { FastifyBaseLogger } from 'fastify';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { logRefusal } from '../directory/refusals.ts';
import type { Wrote } from '../exchanges/taken-down.ts';
import { ScimError } from '../scim/errors.ts';
import { askedName } from '../scim/refusal.ts';
import type { Ms } from '../store/rows.ts';
import { type Asked, catchMistakes } from './caught.ts';
import { keep } from './kept.ts';
import { Learned } from './learned.ts';
import { askSpekit, type Passed, type SpekitAddress, type SpekitAnswer } from './spekit.ts';
import { Turns } from './turns.ts';

export interface RelayOptions extends SpekitAddress {
  /** Whether Okta may have Spekit delete users and teams. */
  deletes: 'refuse' | 'pass';
}

export type Observe = (method: string, status: number, seconds: number) => void;

/** One request of Okta's that writes. */
export interface Writing extends Asked {
  passed: Passed;
  wrote: Wrote;
  log: FastifyBaseLogger;
}

/** Okta waits so long (ms) until what Spekit did is kept here as well. It takes longer only where many members have to be asked for. */
const keepingPatience = 10_000;

export class Relay {
  readonly address: SpekitAddress;
  readonly #directory: Directory;
  readonly #deletes: RelayOptions['deletes'];
  readonly #observe: Observe;
  readonly #turns = new Turns();

  constructor(directory: Directory, { deletes, ...address }: RelayOptions, observe: Observe) {
    this.address = address;
    this.#directory = directory;
    this.#deletes = deletes;
    this.#observe = observe;
  }

  /** Passes on what only reads. Throws ScimError where Spekit cannot be asked. */
  async read(passed: Passed): Promise<SpekitAnswer> {
    const begun = performance.now();
    const seconds = (): number => (performance.now() - begun) / 1000;
    try {
      const answer = await askSpekit(this.address, passed);
      this.#observe(passed.method, answer.status, seconds());
      return answer;
    } catch (error) {
      if (error instanceof ScimError) this.#observe(passed.method, error.status, seconds());
      throw error;
    }
  }

  /** Passes on what writes, and keeps what came of it before it is answered. Throws ScimError for what must not reach Spekit, and where
   *  Spekit cannot be asked; what Spekit refuses is an answer. All of it stands in the history. */
  write(writing: Writing): Promise<SpekitAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<SpekitAnswer>();
    void this.#inTurn(writing.kind, writing.id, async () => {
      try {
        await catchMistakes(this.#directory, writing, this.#deletes);
        const answer = await this.#carriedOut(writing);
        const kept = this.#keep(writing, answer);
        await atMost(keepingPatience, kept);
        resolve(answer);
        await kept;
      } catch (error) {
        reject(error);
      }
    });
    return promise;
  }

  /** Once all that Spekit did is kept. */
  over(): Promise<void> {
    return this.#turns.over();
  }

  #inTurn(kind: Asked['kind'], id: string | null, work: () => Promise<void>): Promise<void> {
    return id === null ? work() : this.#turns.take(`${kind} ${id}`, work);
  }

  /** Asks Spekit to do it. What it fails at or refuses is told to the history, with the words that Okta shows. */
  async #carriedOut(writing: Writing): Promise<SpekitAnswer> {
    const begun = performance.now();
    try {
      const answer = await this.read(writing.passed);
      // Too many at once is no refusal: Okta comes again.
      if (answer.status >= 400 && answer.status !== 429) await this.#tell(writing, refusalIn(answer), answer.took);
      return answer;
    } catch (error) {
      if (error instanceof ScimError) await this.#tell(writing, error, Math.round(performance.now() - begun));
      throw error;
    }
  }

  /** Never throws: Spekit has done it, whatever becomes of it here. */
  async #keep(writing: Writing, { status, body, took }: SpekitAnswer): Promise<void> {
    if (status >= 400) return;
    const answeredId = body?.['id'];
    const id = writing.id ?? (typeof answeredId === 'string' ? answeredId : null);
    try {
      if (id === null) throw new ScimError(502, null, say('relay.no-id'));
      const directory = this.#directory.telling(writing.wrote, took);
      const { method, kind, body: sent } = writing;
      const work = (): Promise<void> =>
        keep(directory, this.#learned(directory, writing.passed), { method, kind, id, body: sent, answered: body });
      await (writing.id === null ? this.#turns.take(`${kind} ${id}`, work) : work());
    } catch (error) {
      writing.log.error({ err: error }, 'What Spekit has carried out could not be kept');
      if (!(error instanceof ScimError)) return;
      const told = new ScimError(error.status, null, say('relay.not-kept', { reason: error.message }), 'relay.not-kept');
      await this.#tell({ ...writing, id }, told, took);
    }
  }

  #learned(directory: Directory, { headers }: Passed): Learned {
    return new Learned(directory, async (path) => {
      const { accept = 'application/scim+json', via = '' } = headers;
      const answer = await this.read({ method: 'GET', path, body: null, headers: { accept, via } });
      if (answer.status === 404) return null;
      if (answer.status !== 200 || answer.body === null) throw refusalIn(answer);
      return answer.body;
    });
  }

  async #tell({ kind, id, body, wrote, log }: Writing, error: ScimError, took: Ms): Promise<void> {
    const refusal = { kind, id, asked: askedName(kind, body), error };
    await logRefusal(this.#directory.telling(wrote, took), refusal).catch((cause: unknown) =>
      log.error({ err: cause }, 'A refusal could not be logged'),
    );
  }
}

/** What Spekit refused, in its own words. */
function refusalIn({ status, body }: SpekitAnswer): ScimError {
  const { detail, scimType } = body ?? {};
  const said = typeof detail === 'string' && detail.trim() !== '' ? detail.toWellFormed() : say('relay.no-reason', { status });
  const type = typeof scimType === 'string' && /^\w{1,40}$/.test(scimType) ? scimType : undefined;
  return new ScimError(status, null, said, type ?? (status >= 500 ? 'relay.failed' : undefined));
}

/** Waits for it, but no longer than so many ms. */
function atMost(patience: Ms, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    void work.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

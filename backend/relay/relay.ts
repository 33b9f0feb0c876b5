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
import { idIn } from './answered.ts';
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
  /** Whether nobody waits for the answer any more. */
  gone(): boolean;
}

/** Okta waits so much of Spekit's patience again until what Spekit did is kept here as well: ten seconds of thirty. It takes longer only
 *  where many members have to be asked for. */
const keepingShare = 1 / 3;
/** So many are remembered of whom nobody knows what Spekit has. */
const mostUnsure = 10_000;
/** Of a refusal's words, so many characters stand in the history. */
const longestDetail = 2_000;

export class Relay {
  readonly #address: SpekitAddress;
  readonly #directory: Directory;
  readonly #deletes: RelayOptions['deletes'];
  readonly #observe: Observe;
  /** What concerns one subject reaches Spekit in the order in which Okta sent it, and is kept here in the order in which it was done. */
  readonly #passing = new Turns();
  readonly #keeping = new Turns();
  /** Of whom nobody knows what Spekit has. The database knows of the last failure alone, and may not have taken that either. */
  readonly #unsure = new Set<string>();

  constructor(directory: Directory, { deletes, ...address }: RelayOptions, observe: Observe) {
    this.#address = address;
    this.#directory = directory;
    this.#deletes = deletes;
    this.#observe = observe;
  }

  /** Of Spekit's SCIM. */
  get url(): string {
    return this.#address.url;
  }

  /** Passes on what only reads. Throws ScimError where Spekit cannot be asked. */
  async read(passed: Passed): Promise<SpekitAnswer> {
    const begun = performance.now();
    const seconds = (): number => (performance.now() - begun) / 1000;
    try {
      const answer = await askSpekit(this.#address, passed);
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
    // What is to be created has no name yet that others could wait for. It is waited for at the end like the others.
    const turn = writing.id === null ? {} : `${writing.kind} ${writing.id}`;
    return this.#passing.take(turn, async () => {
      // Okta has given it up while others were before it, and sends it anew: nobody would hear what came of this one.
      if (writing.gone()) throw new ScimError(503, null, say('relay.given-up'));
      await catchMistakes(this.#directory, writing, this.#deletes);
      const answer = await this.#carriedOut(writing);
      await atMost(this.#address.patience * keepingShare, this.#keep(writing, answer));
      return answer;
    });
  }

  /** Once all that Spekit did is kept. */
  async over(): Promise<void> {
    await this.#passing.over();
    await this.#keeping.over();
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
  async #keep(writing: Writing, answer: SpekitAnswer): Promise<void> {
    if (!hasDone(writing.method, answer.status)) return;
    const id = writing.id ?? idOfCreated(answer);
    await this.#keeping.take(`${writing.kind} ${id}`, async () => {
      try {
        if (id === null) throw new ScimError(502, null, say('relay.no-id'));
        const directory = this.#directory.telling(writing.wrote, answer.took);
        const { method, kind, body } = writing;
        const done = { method, kind, id, body, answered: answer.body };
        await keep(directory, this.#learned(directory, writing.passed), done, this.#unsure.delete(`${kind} ${id}`));
      } catch (error) {
        // What is told to the history may name people, and names stand in no log.
        if (!(error instanceof ScimError)) writing.log.error({ err: error }, 'What Spekit has carried out could not be kept');
        const reason = error instanceof ScimError ? error.message : say('relay.own-fault');
        const told = new ScimError(502, null, say('relay.not-kept', { reason }), 'relay.not-kept');
        await this.#tell({ ...writing, id }, told, answer.took);
      }
    });
  }

  #learned(directory: Directory, { headers }: Passed): Learned {
    return new Learned(directory, this.#keeping, async (path) => {
      const { accept = 'application/scim+json', via = '' } = headers;
      const answer = await this.read({ method: 'GET', path, body: null, headers: { accept, via } });
      if (answer.status === 404) return null;
      if (answer.status !== 200 || answer.body === null) throw refusalIn(answer);
      return answer.body;
    });
  }

  async #tell({ kind, id, body, wrote, log }: Writing, error: ScimError, took: Ms): Promise<void> {
    if (id !== null && error.reason.startsWith('relay.')) this.#unsure.add(`${kind} ${id}`);
    const [oldest = ''] = this.#unsure;
    if (this.#unsure.size > mostUnsure) this.#unsure.delete(oldest);
    const refusal = { kind, id, asked: askedName(kind, body), error };
    await logRefusal(this.#directory.telling(wrote, took), refusal).catch((cause: unknown) =>
      log.error({ err: cause }, 'A refusal could not be logged'),
    );
  }
}

/** Whether Spekit is otherwise than before. What it is asked to delete and does not have is gone as well. */
function hasDone(method: string, status: number): boolean {
  return (status >= 200 && status < 300) || (method === 'DELETE' && status === 404);
}

/** An answer without a body may still say where the new one is (RFC 7644 §3.3). */
function idOfCreated({ body, headers }: SpekitAnswer): string | null {
  const place = /\/(?:Users|Groups)\/([\w.~-]+)$/.exec(headers.get('location') ?? '')?.[1];
  return (body === null ? null : idIn(body)) ?? place ?? null;
}

/** What Spekit refused, in its own words. */
function refusalIn({ status, body }: SpekitAnswer): ScimError {
  const { detail, message, scimType } = body ?? {};
  // Not every service has its words where SCIM has them.
  const words = [detail, message].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  const said = words?.slice(0, longestDetail).replaceAll('\0', '').toWellFormed() ?? say('relay.no-reason', { status });
  const type = typeof scimType === 'string' && /^\w{1,40}$/.test(scimType) ? scimType : undefined;
  return new ScimError(status, null, said, status >= 500 ? 'relay.failed' : type);
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

// console/ is the browser side of the admin console. data/ is what both renderings know: the org as last heard, acts, routes, and how things are worded.
// What may enter data/: nothing that makes or reads a node. `classic/` and `redesign/` each render it in a way of their own, and share no markup.
// It is a replica of the host app: it knows nothing of what an extension may do to its pages.
import type { ActInput, ActName } from '../../actions.ts';
import type { App, ConsoleView } from '../../state.ts';

/** An act that the org refused; the message is for the admin. */
export class ActRefused extends Error {}

const calm = 2000;
const busy = 400;

/** The org as last heard, asked for again and again while the page is visible, sooner while something is under way. */
export class ConsoleServer {
  readonly #listeners = new Set<() => void>();
  #view: ConsoleView | null = null;
  #etag: string | null = null;
  #timer = 0;

  /** Null until the first answer. The same object until something changed. */
  get view(): ConsoleView | null {
    return this.#view;
  }

  start(): void {
    void this.#poll();
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.#poll();
    });
  }

  /** Calls back after each change of the org. Gives what ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Does an act and hears what came of it. Throws ActRefused in the org's words. */
  async act<N extends ActName>(name: N, input: ActInput<N>): Promise<unknown> {
    const answer = await fetch(`/api/playground/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }).catch(() => {
      throw new ActRefused('We could not reach the server. Check your connection and try again.');
    });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new ActRefused(errorOf(body));
    await this.#poll();
    return body;
  }

  async #poll(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      await this.#hear();
    } catch {
      // Asked again below: a console that is open while its server restarts goes on by itself.
    }
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.#timer = window.setTimeout(() => void this.#poll(), this.#view?.apps.some(underWay) ? busy : calm);
  }

  async #hear(): Promise<void> {
    const headers: Record<string, string> = this.#etag === null ? {} : { 'if-none-match': this.#etag };
    const answer = await fetch('/api/playground/console', { headers, cache: 'no-store' });
    if (answer.status !== 200) return;
    const view = (await answer.json()) as ConsoleView;
    if (this.#view !== null && view.version <= this.#view.version) return;
    this.#view = view;
    this.#etag = answer.headers.get('etag');
    for (const listener of [...this.#listeners]) listener();
  }
}

const underWay = (app: App): boolean =>
  app.status === 'Active' && (app.mappings.some((one) => one.pushing) || app.assignments.some((one) => one.state === 'provisioning'));

function errorOf(body: unknown): string {
  const error: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'error') : null;
  return typeof error === 'string' ? error : 'Something went wrong. Try again.';
}

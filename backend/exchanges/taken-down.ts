import { type Body, weightOf } from './told-body.ts';

/** Told of the rows that an act has written into the log, once they are on disk: the first one's number, and how many. */
export type Wrote = (first: number, count: number) => void;

/** A request that has been answered, and wrote something into the log. */
export interface Answered {
  /** Ms since 1970. */
  at: number;
  first: number;
  last: number;
  bulk: boolean;
  method: string;
  /** With its query. */
  address: string;
  request: Body;
  status: number;
  answer: Body;
}

type Asked = Pick<Answered, 'at' | 'method' | 'address' | 'bulk'>;

/** One request while it is under way: what is in hand of it anyway is held, and looked at only once it has been answered. */
export class TakenDown {
  readonly #keep: (answered: Answered) => void;
  readonly #asked: Asked;
  #request: Body;
  #first = Number.POSITIVE_INFINITY;
  #last = 0;
  /** Its answer, where it was given before anything was written. */
  #before: Pick<Answered, 'status' | 'answer'> | null = null;

  /** @param request What stands for its body until that is heard. */
  constructor(keep: (answered: Answered) => void, asked: Asked, request: Body) {
    this.#keep = keep;
    this.#asked = asked;
    this.#request = request;
  }

  heard(text: string): void {
    this.#request = { text };
  }

  readonly wrote: Wrote = (first, count) => {
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, first + count - 1);
    if (this.#before !== null) this.answered(this.#before.status, this.#before.answer);
  };

  answered(status: number, answer: Body): void {
    this.#before = this.#last === 0 ? { status, answer } : null;
    if (this.#last === 0) return;
    this.#keep({ ...this.#asked, first: this.#first, last: this.#last, request: this.#request, status, answer });
  }

  /** One operation of a bulk request: a request of its own. Its texts are made only where it wrote something: what they weigh is known then. */
  part(method: string, path: string, data: unknown): TakenPart {
    const asked = { at: this.#asked.at, method, address: path, bulk: true };
    const part = new TakenDown(this.#keep, asked, null);
    return {
      wrote: part.wrote,
      answered(status, answer) {
        if (part.#last === 0) return;
        if (data !== undefined && data !== null) part.heard(JSON.stringify(data));
        part.answered(status, { text: JSON.stringify(answer) });
      },
    };
  }
}

export interface TakenPart {
  readonly wrote: Wrote;
  answered(status: number, answer: object): void;
}

/** About how many characters it keeps in memory. */
export function weight({ request, answer }: Answered): number {
  return 500 + weightOf(request) + weightOf(answer);
}

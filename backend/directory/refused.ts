import type { ErrorCode } from '../../contract/api.ts';
import type { Decision } from '../../ownership/decide.ts';

/** An act of the Spekit side that is not carried out. `message` is for the person who asked: what is wrong and what to do. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: ErrorCode;
  readonly decision: Decision | null;

  constructor(code: ErrorCode, message: string, decision: Decision | null = null) {
    super(message);
    this.code = code;
    this.decision = decision;
  }

  /** A rule says that the act belongs elsewhere. */
  static by(decision: Decision, message: string): Refused {
    return new Refused('owned-elsewhere', message, decision);
  }
}

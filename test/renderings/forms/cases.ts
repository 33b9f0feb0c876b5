import type { PlayedCompanion } from '../../parts/played.ts';
import type { Form, Value } from './form.ts';

/** What a person does, in order: presses a button, or gives a field another value. */
export type Step = { press: string } | { set: string; to: Value };

interface Act {
  what: string;
  steps: Step[];
  /** Which explanations stand there before the last step, by their caption; the others as before. */
  turnsTo?: Record<string, string>;
  /** The rule that is told of it, or null: it goes through without a dialog. */
  rule: string | null;
  verdict?: 'warn' | 'block';
  /** What `#log` says when it went through. */
  logs: string;
}

/** A form, what the companion knows, and what is to be explained and held there, however it is built. */
export interface Case {
  form: Form;
  facts?: PlayedCompanion['facts'];
  account?: PlayedCompanion['account'];
  /** Explanations, by the caption that they stand beside. */
  says: Record<string, string>;
  /** Marks, by the words that they stand beside. */
  marks?: Record<string, 'idp' | null>;
  /** Explanations of what is switched off or has no room beside it. */
  corners?: string[];
  acts: Act[];
}

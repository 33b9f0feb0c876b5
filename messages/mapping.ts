import type { ApiError } from '../contract/api.ts';
import type { MappingRowsAnswer, MappingRowsQuery, MappingRules, MappingStatus } from '../contract/mapping.ts';
import type { ForgottenImports, ImportAnswer } from '../contract/mapping-imports.ts';
import type { SheetCheckAnswer } from '../contract/mapping-sheet.ts';
import type {
  CheckAnswer,
  CompleteAnswer,
  Decisions,
  DecisionsAnswer,
  PreviewAnswer,
  PreviewQuery,
  UndoAnswer,
} from '../contract/mapping-work.ts';
import type { Reach } from '../contract/reach.ts';

/** What came of a request about the mapping. */
export interface Heard<T> {
  reach: Reach;
  answer: T | null;
  /** What the companion said where it refused. */
  refusal: ApiError['error'] | null;
}

/** A file that a page offers (`messages/files.ts`), with its name. */
export interface OfferedFile {
  address: string;
  name: string;
}

/** What our mapping page asks. A file that is answered waits under the key that is given (`messages/files.ts`). `job` is a name of the asker's for
 *  what may take long: `mapping.stop` with it ends the request. */
export interface MappingMessages {
  /** `etag`: of the answer that is known; where nothing has changed since, there is no new one. */
  'mapping.status': (request: { etag: string | null }) => Heard<MappingStatus> & { etag: string | null };
  'mapping.rows': (request: MappingRowsQuery) => Heard<MappingRowsAnswer>;
  'mapping.set-rules': (request: MappingRules) => Heard<MappingRules>;
  /** `trial`: what would be taken; nothing is. */
  'mapping.import': (request: { job: string; file: OfferedFile; trial: boolean }) => Heard<ImportAnswer>;
  'mapping.forget-imports': (request: Record<string, never>) => Heard<ForgottenImports>;
  'mapping.workbook': (request: { job: string }) => Heard<string>;
  'mapping.check': (request: { job: string; file: OfferedFile }) => Heard<CheckAnswer>;
  /** The same workbook with its problems marked. */
  'mapping.mark': (request: { job: string; file: OfferedFile }) => Heard<string>;
  /** Spekit's own sheet, beside what an earlier check answered as its `original`. */
  'mapping.check-sheet': (request: { job: string; file: OfferedFile; original: string | null }) => Heard<SheetCheckAnswer>;
  /** The same sheet with its addresses filled in. */
  'mapping.fill-sheet': (request: { job: string; file: OfferedFile }) => Heard<string>;
  'mapping.decide': (request: { decisions: Decisions }) => Heard<DecisionsAnswer>;
  'mapping.preview': (request: PreviewQuery) => Heard<PreviewAnswer>;
  /** `file`: null where it goes by what was decided on the rows. */
  'mapping.complete': (request: { file: OfferedFile | null }) => Heard<CompleteAnswer>;
  'mapping.undo-file': (request: { job: string }) => Heard<string>;
  'mapping.undo': (request: Record<string, never>) => Heard<UndoAnswer>;
  'mapping.stop': (request: { job: string }) => void;
}

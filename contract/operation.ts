import type { z } from 'zod';

/** One request of the hints API. */
export interface ApiOperation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; `{id}` is a part that varies. */
  path: string;
  /** The least role whose token may ask; `admin` may ask all that `viewer` may. */
  role: 'viewer' | 'admin';
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Media types of the files that it takes as its body, beside JSON where there is a `body`. */
  upload?: readonly string[];
  /** Parts of a `multipart/form-data` that it takes instead, where several files go together: each part's name, and what it is. */
  form?: Readonly<Record<string, string>>;
  /** The media type of the file that it answers with; in place of `answer`, or beside it where the query asks for it. */
  download?: string;
  /** Null: nothing but the status, or a file. */
  answer: z.ZodType | null;
  success: 200 | 201 | 204;
  /** Its answer has an ETag: asking again with it costs a 304 where nothing happened. */
  tagged?: true;
  /** A rule may say that the act belongs elsewhere: 409. */
  guarded?: true;
}

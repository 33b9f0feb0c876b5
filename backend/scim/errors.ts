/** RFC 7644 §3.12, table 9, and RFC 9865 §2.2. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor';

/** A request that is not carried out. `message` is the answer's `detail`: it is written for the admin of the identity provider,
 *  whose console shows it word by word ("Errors reported by remote server: …"). */
export class ScimError extends Error {
  override name = 'ScimError';
  readonly status: number;
  readonly scimType: ScimType | null;
  /** A rule's id where a rule refused it; what the history calls the reason otherwise. */
  readonly reason: string;

  constructor(status: number, scimType: ScimType | null, detail: string, reason?: string) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
    this.reason = reason ?? scimType ?? reasons[status] ?? 'refused';
  }
}

const reasons: Readonly<Record<number, string>> = {
  404: 'notFound',
  405: 'methodNotAllowed',
  412: 'preconditionFailed',
  413: 'payloadTooLarge',
  415: 'unsupportedMediaType',
  501: 'notImplemented',
};

export const errorUrn = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The body of an error answer. `status` is a string (RFC 7644 §3.12). */
export function errorBody(status: number, scimType: ScimType | null, detail: string): object {
  return { schemas: [errorUrn], status: String(status), ...(scimType !== null && { scimType }), detail };
}

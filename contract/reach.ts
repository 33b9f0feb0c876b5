/** What became of a question to the companion: `ok`, or why there is no answer, in a code that `locales/` words.
 *
 *  - `not-set-up`: no companion is set
 *  - `no-permission`: the browser has not been allowed to reach that address
 *  - `unreachable`: nothing answered there in time, or what answered sent the question elsewhere
 *  - `unauthorized`: the token is not the companion's
 *  - `too-old`: the companion speaks an API older than the extension needs
 *  - `failing`: something answered, but not with what was asked for */
export const reaches = ['ok', 'not-set-up', 'no-permission', 'unreachable', 'unauthorized', 'too-old', 'failing'] as const;

export type Reach = (typeof reaches)[number];

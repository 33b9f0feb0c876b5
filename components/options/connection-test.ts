import type { TestFacts, TestFinding } from '../../locales/pages.ts';
import { sendMessage } from '../../messages/bus.ts';

export interface Tested {
  finding: TestFinding;
  facts: TestFacts;
}

/** Has the worker ask that companion with that token, and says what came of it. Never rejects. */
export async function testConnection(companionUrl: string, token: string): Promise<Tested> {
  const { host } = new URL(companionUrl);
  try {
    const { reach, status, httpStatus } = await sendMessage('connection.test', { companionUrl, token });
    const found = status === null ? {} : { version: status.version, users: status.counts.users.idp, teams: status.counts.teams.idp };
    const answered = httpStatus === null ? {} : { httpStatus };
    return { finding: reach === 'failing' ? whatFails(httpStatus) : reach, facts: { host, ...found, ...answered } };
  } catch {
    return { finding: 'no-answer', facts: { host } };
  }
}

/** Something answered, but not as asked: a companion in trouble says so with a 5xx; anything else is no companion. */
function whatFails(httpStatus: number | null): TestFinding {
  return httpStatus !== null && httpStatus >= 500 ? 'broken' : 'no-companion';
}

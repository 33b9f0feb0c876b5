import type { TestFacts, TestFinding } from '../../locales/pages.ts';
import { sendMessage } from '../../messages/bus.ts';
import type { AnswerOf } from '../../messages/receive.ts';

type Answer = AnswerOf<'connection.test'>;

export interface Tested {
  finding: TestFinding;
  facts: TestFacts;
  /** What the companion said, where it was reached. */
  status: Answer['status'];
  role: Answer['role'];
  lacks: Answer['lacks'];
}

/** Has the worker ask that companion with that token, and says what came of it. Never rejects. */
export async function testConnection(companionUrl: string, token: string): Promise<Tested> {
  const { host } = new URL(companionUrl);
  try {
    const answer = await sendMessage('connection.test', { companionUrl, token });
    const { status, httpStatus, role, lacks } = answer;
    const found = status === null ? {} : { version: status.version, users: status.counts.users.idp, teams: status.counts.teams.idp };
    const answered = httpStatus === null ? {} : { httpStatus };
    return { finding: findingOf(answer), facts: { host, ...found, ...answered }, status, role, lacks };
  } catch {
    return notTested('no-answer', host);
  }
}

/** What is known of a companion that could not be asked. */
export function notTested(finding: TestFinding, host: string): Tested {
  return { finding, facts: { host }, status: null, role: null, lacks: [] };
}

/** Something answered, but not as asked: a companion in trouble says so with a 5xx; anything else is no companion. */
function findingOf({ reach, httpStatus, cause }: Answer): TestFinding {
  if (reach === 'failing') return httpStatus !== null && httpStatus >= 500 ? 'broken' : 'no-companion';
  if (cause === 'stranger') return 'no-companion';
  return cause ?? reach;
}

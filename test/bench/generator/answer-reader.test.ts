import { describe, expect, test } from 'vitest';
import { AnswerReader } from './answer-reader.ts';

const withLength = 'HTTP/1.1 201 Created\r\nContent-Length: 11\r\nEtag: W/"1"\r\n\r\n{"id":"abc"}'.slice(0, -1);
const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n there\r\n0\r\n\r\n';

/** What a reader gives for these pieces: one entry a piece, text of the body where an answer was complete. */
function read(...pieces: string[]): (string | null)[] {
  const reader = new AnswerReader();
  return pieces.map((piece) => {
    const answer = reader.push(Buffer.from(piece, 'latin1'));
    return answer === null ? null : `${answer.status} ${answer.body.toString('latin1')}`;
  });
}

describe.each([
  ['a length', withLength, '201 {"id":"abc"'],
  ['chunks', chunked, '200 hello there'],
])('an answer with %s', (_, text, whole) => {
  test('is read from one piece, and another after it', () => {
    expect(read(text, text)).toEqual([whole, whole]);
  });

  test('is read wherever it was cut', () => {
    for (let cut = 1; cut < text.length; cut++) expect(read(text.slice(0, cut), text.slice(cut))).toEqual([null, whole]);
  });

  test('is read from single bytes', () => {
    expect(read(...text).filter((one) => one !== null)).toEqual([whole]);
  });
});

test('204 has no body, whatever its head says', () => {
  expect(read('HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n')).toEqual(['204 ']);
});

test('what is no answer, or more than one, is refused', () => {
  expect(() => read('HTTP/1.1 200 OK\r\nDate: now\r\n\r\n{}')).toThrow('cannot be told');
  expect(() => read(`${withLength}HTTP`)).toThrow('more than its answer');
});

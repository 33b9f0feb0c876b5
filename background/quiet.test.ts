import { expect, test } from 'vitest';
import { isQuiet } from './quiet.ts';

const at = (time: string) => new Date(`2026-11-27T${time}:00`);

test.each([
  ['22:00', '07:00', '21:59', false],
  ['22:00', '07:00', '22:00', true],
  ['22:00', '07:00', '00:00', true],
  ['22:00', '07:00', '06:59', true],
  ['22:00', '07:00', '07:00', false],
  ['12:00', '13:30', '12:45', true],
  ['12:00', '13:30', '13:30', false],
  ['12:00', '13:30', '03:00', false],
  ['09:00', '09:00', '09:00', false],
  ['', '07:00', '06:00', false],
  ['22:00', '', '23:00', false],
])('from %s to %s, %s is quiet: %s', (quietFrom, quietTo, time, quiet) => {
  expect(isQuiet({ quietFrom, quietTo }, at(time))).toBe(quiet);
});

import { describe, expect, test } from 'vitest';
import { browsers, read } from './output.ts';

/** Only what writes workbooks names their parts so. */
const workbook = /spreadsheetml/;

describe.each(browsers)('the side panel of %s', (browser) => {
  const page = read(browser, 'sidepanel.html');
  const first = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, file = '']) => file);

  test('opens without what writes workbooks: that is loaded when somebody wants one', () => {
    expect(first.length).toBeGreaterThan(0);
    expect(
      first.filter((file) => workbook.test(read(browser, file).replace(/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet/g, ''))),
    ).toEqual([]);
    const late = first.flatMap((file) =>
      [...read(browser, file).matchAll(/(?:\.\/|chunks\/)([\w-]+\.js)/g)].map(([, name = '']) => `chunks/${name}`),
    );
    expect(late.some((file) => !first.includes(file) && workbook.test(read(browser, file)))).toBe(true);
  });
});

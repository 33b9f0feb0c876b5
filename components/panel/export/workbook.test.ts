import { expect, test } from 'vitest';
import { otherParts, sheetPath } from './workbook.ts';

const texts = (sheets: number) =>
  new Map(otherParts('Sourcemark', sheets).map(({ path, text }) => [path, [...(text as string[])].join('')]));
const found = (text: string | undefined, pattern: RegExp) => [...(text ?? '').matchAll(pattern)].map(([, one]) => one);

test.each([1, 3])('each part of %i sheets is told of, with its kind and its place, and no other', (count) => {
  const parts = texts(count);
  const sheets = Array.from({ length: count }, (_, index) => sheetPath(index + 1));
  const ofWorkbook = [...sheets, 'xl/styles.xml'];
  expect(found(parts.get('[Content_Types].xml'), /PartName="\/(.*?)"/g).sort()).toEqual([...ofWorkbook, 'xl/workbook.xml'].sort());
  expect(found(parts.get('xl/_rels/workbook.xml.rels'), /Target="\/(.*?)"/g)).toEqual(ofWorkbook);
  expect(found(parts.get('_rels/.rels'), /Target="\/(.*?)"/g)).toEqual(['xl/workbook.xml']);
  const named = found(parts.get('xl/workbook.xml'), /<sheet [^>]*r:id="(.*?)"/g);
  expect(named).toEqual(found(parts.get('xl/_rels/workbook.xml.rels'), /Id="(.*?)"/g).slice(0, count));
});

test('sheets are views in a window of the workbook: where there was none Excel has ended when it was printed', () => {
  expect(texts(1).get('xl/workbook.xml')).toMatch(/<bookViews><workbookView [^>]*\/><\/bookViews><sheets>/);
});

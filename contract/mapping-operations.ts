import { z } from 'zod';
import * as mapping from './mapping.ts';
import * as imports from './mapping-imports.ts';
import * as sheet from './mapping-sheet.ts';
import * as work from './mapping-work.ts';
import type { ApiOperation } from './operation.ts';
import { mappingPaths as paths } from './paths.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Browsers name a file of which they know nothing so. */
const anyFile = 'application/octet-stream';

/** The mapping of Spekit's own users and teams to those that Okta pushes: at connection, and of what comes to be double later. */
export const mappingOperations = {
  mappingStatus: {
    ...paths.mappingStatus,
    summary: 'How the mapping stands: matches by kind and confidence, conflicts, what is undecided, whether Okta is pushing',
    answer: mapping.mappingStatus,
    success: 200,
    tagged: true,
  },
  mappingRows: {
    ...paths.mappingRows,
    summary: 'Spekit’s own users or teams with what of Okta’s they match',
    query: mapping.mappingRowsQuery,
    answer: mapping.mappingRowsAnswer,
    success: 200,
  },
  setMappingRules: {
    ...paths.setMappingRules,
    summary: 'Say which addresses and domains are the same person’s, instead of what was said before',
    body: mapping.mappingRules,
    answer: mapping.mappingRules,
    success: 200,
  },
  importIntoMapping: {
    ...paths.importIntoMapping,
    summary: 'Take in Spekit’s existing users and teams: a batch of rows, or one of Spekit’s exports as a file',
    query: imports.importQuery,
    body: imports.importRequest,
    upload: [xlsxType, 'text/csv', anyFile],
    answer: imports.importAnswer,
    success: 200,
  },
  forgetImports: {
    ...paths.forgetImports,
    summary: 'Take out again what was imported and has not been changed since',
    answer: imports.forgetImportsAnswer,
    success: 200,
  },
  mappingWorkbook: {
    ...paths.mappingWorkbook,
    summary: 'The mapping workbook: a row a decision',
    download: xlsxType,
    answer: null,
    success: 200,
  },
  checkSpekitSheet: {
    ...paths.checkSpekitSheet,
    summary: 'What is wrong with the sheet that Spekit gives an admin to fill at connection; nothing changes, and nothing of it is kept',
    upload: [xlsxType, anyFile],
    form: sheet.sheetForm,
    answer: sheet.sheetCheckAnswer,
    success: 200,
  },
  fillSpekitSheet: {
    ...paths.fillSpekitSheet,
    summary: 'The same sheet with each empty address filled in that Okta’s users and the mapping tell for certain; all else as it was',
    upload: [xlsxType, anyFile],
    form: sheet.sheetForm,
    download: xlsxType,
    answer: null,
    success: 200,
  },
  checkMapping: {
    ...paths.checkMapping,
    summary: 'What is wrong with a mapping workbook, and what it would do; nothing changes',
    query: work.checkQuery,
    upload: [xlsxType, anyFile],
    download: xlsxType,
    answer: work.checkAnswer,
    success: 200,
  },
  decideMapping: {
    ...paths.decideMapping,
    summary: 'Decide on some rows',
    body: work.decisionsRequest,
    answer: work.decisionsAnswer,
    success: 200,
  },
  previewMapping: {
    ...paths.previewMapping,
    summary: 'What completing the mapping will do, in numbers and line by line',
    query: work.previewQuery,
    answer: work.previewAnswer,
    success: 200,
  },
  completeMapping: {
    ...paths.completeMapping,
    summary: 'Merge as decided and finish the connection, whole or not at all; with a workbook, or by what was decided on its rows',
    body: z.object({}),
    upload: [xlsxType, anyFile],
    answer: work.completeAnswer,
    success: 200,
    guarded: true,
  },
  mappingUndoFile: {
    ...paths.mappingUndoFile,
    summary: 'The state before the mapping that was completed last: a line of JSON for each user and team that it changed',
    download: 'application/x-ndjson',
    answer: null,
    success: 200,
  },
  undoMapping: {
    ...paths.undoMapping,
    summary: 'Take the mapping that was completed last back, within 30 days and where nothing later is in the way',
    answer: work.undoAnswer,
    success: 200,
  },
} as const satisfies Record<string, ApiOperation>;

import type { mappingOperations } from '../../contract/mapping-operations.ts';
import { say } from '../../locales/companion.ts';
import { Refused } from '../directory/refused.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { checkedRules } from '../mapping/rules.ts';
import type { Reads } from '../store/access.ts';
import type { Handlers } from './handlers.ts';
import { sentSheet } from './sent-sheet.ts';

type Read = <T>(work: (reads: Reads) => Promise<T>) => Promise<T>;

/** What carries out the operations of the mapping, each by the role of the token that asks. */
export function mappingHandlers(mapping: Mapping, read: Read): Pick<Handlers, keyof typeof mappingOperations> {
  // What Okta confirmed a moment ago tells whether it is pushing.
  const fresh = () => read(async () => undefined);
  return {
    mappingStatus: async () => {
      await fresh();
      return mapping.status();
    },
    mappingRows: ({ query }) => mapping.rows(query),
    setMappingRules: ({ body }) => mapping.setRules(checkedRules(body)),
    importIntoMapping: ({ body, file, query, role, signal }) => {
      const dry = query.try === 'true';
      if (file !== undefined) return mapping.importFile(file, { name: query.fileName ?? '', dry, by: role, signal });
      return mapping.importRows(body ?? { users: [], teams: [], firstRow: 1 }, dry, role);
    },
    forgetImports: ({ role }) => mapping.forgetImports(role),
    mappingWorkbook: () => mapping.workbook(),
    checkSpekitSheet: async ({ file, fileType, signal }) => mapping.checkedSheet(await sentSheet(file, fileType), signal),
    fillSpekitSheet: async ({ file, fileType, signal }) => mapping.filledSheet((await sentSheet(file, fileType)).sheet, signal),
    checkMapping: ({ file, query }) => {
      if (file === undefined) throw new Refused('invalid', say('mapping.no-file'));
      return query.answer === 'workbook' ? mapping.marked(file) : mapping.checked(file);
    },
    decideMapping: ({ body, role }) => mapping.decide(body.decisions, role),
    previewMapping: ({ query }) => mapping.preview(query),
    completeMapping: ({ file, role }) => mapping.complete(file, role),
    mappingUndoFile: () => mapping.undoFile(),
    undoMapping: ({ role }) => mapping.undo(role),
  };
}

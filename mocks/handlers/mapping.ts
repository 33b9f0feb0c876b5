import { type HttpHandler, HttpResponse, http } from 'msw';
import type { ApiError } from '../../contract/api.ts';
import { type MappingRow, type MappingStatus, mappingRowsQuery, mappingRules } from '../../contract/mapping.ts';
import { type ImportAnswer, importQuery } from '../../contract/mapping-imports.ts';
import type { SheetCheckAnswer } from '../../contract/mapping-sheet.ts';
import { type CheckAnswer, decisionsRequest, type MappingNumbers, type PreviewLine, previewQuery } from '../../contract/mapping-work.ts';
import type { CompanionState, Resolve } from './companion.ts';
import { anError } from './facts.ts';
import { aCheck, aMappingRow, aMappingStatus, anImport, anOpenRow, aRun, aSheetCheck, someNumbers } from './mapping-facts.ts';

export * from './mapping-facts.ts';

/** What the played companion knows of the mapping. A test changes it as it goes. */
export interface MappingState {
  status: MappingStatus;
  rows: MappingRow[];
  imported: ImportAnswer;
  check: CheckAnswer;
  sheetCheck: SheetCheckAnswer;
  numbers: MappingNumbers;
  /** What is refused, by `POST /mapping/complete`. */
  refusals: Record<string, ApiError['error']>;
  /** The files that came, as text, with the request that each came with. */
  files: { of: string; text: string }[];
  /** What is waited for before a file is answered to. */
  until: Promise<void> | null;
}

export function aMapping(state: Partial<MappingState> = {}): MappingState {
  return {
    status: aMappingStatus(),
    rows: [anOpenRow(), aMappingRow()],
    imported: anImport(),
    check: aCheck(),
    sheetCheck: aSheetCheck(),
    numbers: someNumbers(),
    refusals: {},
    files: [],
    until: null,
    ...state,
  };
}

type Work = (mapping: MappingState, request: Request, query: Record<string, string>) => Promise<Response> | Response;

/** Answers as the companion does, from its state; a companion without one is an older one. What is completed and taken back shows in its state. */
export function mappingHandlers(
  api: string,
  state: CompanionState,
  guarded: (answer: Resolve) => (of: { request: Request }) => Promise<Response>,
): HttpHandler[] {
  const of = (work: Work, least: 'viewer' | 'admin' = 'admin') =>
    guarded(async (request) => {
      const { mapping } = state;
      if (mapping === null)
        return HttpResponse.json(anError({ code: 'not-found', detail: 'There is nothing at this address.' }), { status: 404 });
      if (least === 'admin' && state.role === 'viewer')
        return HttpResponse.json(anError({ code: 'forbidden', detail: 'Only reads.' }), { status: 403 });
      const url = new URL(request.url);
      const name = `${request.method} ${url.pathname.replace('/api/v1', '')}`;
      if (/^(application\/octet-stream|multipart\/form-data)/.test(request.headers.get('content-type') ?? '')) {
        mapping.files.push({ of: name, text: await request.clone().text() });
        await mapping.until;
      }
      const refusal = mapping.refusals[name];
      if (refusal !== undefined) return HttpResponse.json({ error: refusal }, { status: refusal.code === 'conflict' ? 409 : 400 });
      return work(mapping, request, Object.fromEntries(url.searchParams));
    });
  return [
    http.get(`${api}/mapping`, of(tagged, 'viewer')),
    http.get(`${api}/mapping/rows`, of(rowsOf, 'viewer')),
    http.put(`${api}/mapping/rules`, of(setRules)),
    http.post(`${api}/mapping/imports`, of(takeIn)),
    http.delete(`${api}/mapping/imports`, of(forget)),
    http.get(
      `${api}/mapping/workbook`,
      of(() => new HttpResponse('workbook')),
    ),
    http.post(
      `${api}/mapping/check`,
      of(({ check }, _request, { answer }) => (answer === 'workbook' ? new HttpResponse('marked workbook') : HttpResponse.json(check))),
    ),
    http.post(
      `${api}/mapping/sheet/check`,
      of(({ sheetCheck }) => HttpResponse.json(sheetCheck)),
    ),
    http.post(
      `${api}/mapping/sheet/fill`,
      of(() => new HttpResponse('filled sheet')),
    ),
    http.post(`${api}/mapping/decisions`, of(decide)),
    http.get(`${api}/mapping/preview`, of(preview, 'viewer')),
    http.post(`${api}/mapping/complete`, of(complete)),
    http.get(
      `${api}/mapping/undo-file`,
      of(() => new HttpResponse('{"kind":"user"}\n')),
    ),
    http.post(`${api}/mapping/undo`, of(undo)),
  ];
}

/** What has happened is a new state. */
function happened(mapping: MappingState, facts: Partial<MappingStatus>): void {
  mapping.status = { ...mapping.status, ...facts, seq: mapping.status.seq + 1 };
}

function tagged({ status }: MappingState, request: Request): Response {
  const etag = `"${status.seq}"`;
  if (request.headers.get('if-none-match') === etag) return new HttpResponse(null, { status: 304, headers: { etag } });
  return HttpResponse.json(status, { headers: { etag } });
}

function rowsOf({ rows, status }: MappingState, _request: Request, query: Record<string, string>): Response {
  const { kind, confidence, by, conflict, decision, decided, q = '', offset, limit } = mappingRowsQuery.parse(query);
  const found = rows.filter(
    (row) =>
      row.kind === kind &&
      (confidence === undefined || row.confidence === confidence) &&
      (by === undefined || row.candidates[0]?.by[0] === by) &&
      (conflict === undefined || row.conflicts.some((one) => one.kind === conflict)) &&
      (decision === undefined || row.decision === decision) &&
      (decided === undefined || (row.decision !== null) === (decided === 'true')) &&
      `${row.name} ${row.userName}`.toLowerCase().includes(q.toLowerCase()),
  );
  return HttpResponse.json({ rows: found.slice(offset, offset + limit), total: found.length, seq: status.seq });
}

async function setRules(mapping: MappingState, request: Request): Promise<Response> {
  const rules = mappingRules.parse(await request.json());
  happened(mapping, { rules });
  return HttpResponse.json(rules);
}

function takeIn(mapping: MappingState, _request: Request, query: Record<string, string>): Response {
  const { imported, status } = mapping;
  if (importQuery.parse(query).try === 'false') {
    const { added } = imported.users;
    happened(mapping, {
      spekit: { ...status.spekit, users: status.spekit.users + added, importedUsers: status.spekit.importedUsers + added },
    });
  }
  return HttpResponse.json(imported);
}

function forget(mapping: MappingState): Response {
  const { spekit } = mapping.status;
  const { importedUsers: users, importedTeams: teams } = spekit;
  happened(mapping, { spekit: { users: spekit.users - users, teams: spekit.teams - teams, importedUsers: 0, importedTeams: 0 } });
  return HttpResponse.json({ users, teams, kept: 0 });
}

async function decide(mapping: MappingState, request: Request): Promise<Response> {
  const { decisions } = decisionsRequest.parse(await request.json());
  const decided: MappingRow[] = [];
  mapping.rows = mapping.rows.map((row) => {
    const said = decisions.find(({ kind, id }) => kind === row.kind && id === row.id);
    if (said === undefined) return row;
    const partner = said.decision === null ? null : (said.with ?? row.candidates[0]?.id ?? null);
    const now: MappingRow = { ...row, decision: said.decision, with: partner, decidedBy: said.decision === null ? null : 'admin' };
    decided.push(now);
    return now;
  });
  const undecided = mapping.rows.filter((row) => row.kind === 'user' && row.decision === null).length;
  happened(mapping, { users: { ...mapping.status.users, undecided } });
  return HttpResponse.json({ rows: decided });
}

function preview(mapping: MappingState, _request: Request, query: Record<string, string>): Response {
  const { q = '', offset, limit, workbook } = previewQuery.parse(query);
  if (workbook !== undefined && workbook !== mapping.check.digest)
    return HttpResponse.json(anError({ code: 'conflict', detail: 'Check the workbook again.' }), { status: 409 });
  const lines = mapping.rows
    .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
    .map(({ kind, id, name, decision: said }): PreviewLine => {
      const decision = said ?? (workbook === undefined ? null : 'merge'); // Who fills a workbook decides on all.
      const what = decision === 'merge' ? 'becomes one account with Okta’s.' : 'stays as it is.';
      return { kind, id, name, decision, with: null, detail: `${name} ${what}` };
    });
  return HttpResponse.json({
    numbers: { ...mapping.numbers, undecided: mapping.status.users.undecided + mapping.status.teams.undecided },
    lines: lines.slice(offset, offset + limit),
    total: lines.length,
    seq: mapping.status.seq,
  });
}

function complete(mapping: MappingState): Response {
  const account = { ...mapping.status.account, connection: 'connected' as const };
  const { users, teams } = mapping.status;
  const nothing = { total: 0, undecided: 0 };
  happened(mapping, { account, lastCompleted: aRun(), users: { ...users, ...nothing }, teams: { ...teams, ...nothing } });
  return HttpResponse.json({ account, numbers: mapping.numbers, run: aRun(), already: false });
}

function undo(mapping: MappingState): Response {
  const account = { ...mapping.status.account, connection: 'staging' as const };
  const { users, teams } = aRun();
  happened(mapping, { ...aMappingStatus(), account, lastCompleted: aRun({ undoneAt: aRun().at }), seq: mapping.status.seq });
  return HttpResponse.json({ account, users, teams });
}

import { useState } from 'react';
import { notTested, type Tested, testConnection } from './connection-test.ts';
import type { Draft } from './draft.ts';
import { checkAll, type FieldName, type Problems } from './fields.ts';
import { originPattern, type Permission } from './permission.ts';

/** What the last press of a button came to. */
export type Outcome =
  | { is: 'none' }
  | { is: 'testing' }
  | { is: 'tested'; tested: Tested }
  /** Kept. `tested` follows when the companion has been tried; `hosts`: the browser lets Sourcemark work on the host apps' pages. */
  | { is: 'saved'; hosts: boolean; tested: Tested | null }
  /** The browser was not allowed to reach the companion, so nothing was kept. */
  | { is: 'denied'; host: string }
  | { is: 'failed' };

export interface Form {
  problems: Problems;
  outcome: Outcome;
  change(name: FieldName, value: string): void;
  test(): Promise<void>;
  save(): Promise<void>;
}

/** *Test connection* and *Save*: checked in the fields first, then the permission, then the deed. */
export function useForm(draft: Draft, permission: Permission): Form {
  const [problems, setProblems] = useState<Problems>({});
  const [outcome, setOutcome] = useState<Outcome>({ is: 'none' });

  async function test(): Promise<void> {
    const { values, problems: found } = checkAll(draft.values);
    const { oktaAppInstanceId: _, oktaHosts: __, ...ofCompanion } = found;
    setProblems(values.companionUrl === '' ? { companionUrl: 'url-missing' } : ofCompanion);
    if (values.companionUrl === '' || Object.keys(ofCompanion).length > 0) return setOutcome({ is: 'none' });
    const missing = await permission.request(patterns(values.companionUrl));
    const { host } = new URL(values.companionUrl);
    if (missing.length > 0) return setOutcome({ is: 'tested', tested: notTested('no-permission', host) });
    setOutcome({ is: 'testing' });
    setOutcome({ is: 'tested', tested: await testConnection(values.companionUrl, values.token) });
  }

  async function save(): Promise<void> {
    const { values, problems: found } = checkAll(draft.values, draft.taken);
    setProblems(found);
    if (Object.keys(found).length > 0) return setOutcome({ is: 'none' });
    const companion = patterns(values.companionUrl);
    const missing = await permission.request([...permission.installed, ...companion]);
    if (companion.some((origin) => missing.includes(origin))) {
      return setOutcome({ is: 'denied', host: new URL(values.companionUrl).host });
    }
    try {
      await draft.save(values);
    } catch {
      return setOutcome({ is: 'failed' });
    }
    const saved = { is: 'saved', hosts: missing.length === 0 } as const;
    setOutcome({ ...saved, tested: null });
    if (values.companionUrl !== '') setOutcome({ ...saved, tested: await testConnection(values.companionUrl, values.token) });
  }

  return {
    problems,
    outcome,
    change(name, value) {
      draft.change(name, value);
      setOutcome({ is: 'none' });
      setProblems(({ [name]: _, ...others }) => others);
    },
    test,
    save,
  };
}

function patterns(companionUrl: string): string[] {
  const pattern = originPattern(companionUrl);
  return pattern === null ? [] : [pattern];
}

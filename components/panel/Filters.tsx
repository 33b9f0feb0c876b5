import { type ReactElement, useId } from 'react';
import type { HistoryFilter } from '../../contract/history.ts';
import { t } from '../../locales/words.ts';

const day = 24 * 3_600_000;
/** How far back, in days; 0: as far as there is. */
const spans = [0, 1, 7, 30] as const;
const sources = ['okta', 'spekit', 'companion'] as const;
const outcomes = ['applied', 'refused'] as const;
const kinds = ['user', 'team', 'account'] as const;

export interface Chosen {
  q: string;
  source: string;
  kind: string;
  outcome: string;
  span: number;
}

export const nothingChosen: Chosen = { q: '', source: '', kind: '', outcome: '', span: 0 };

/** What is asked of the companion for what is chosen. `now` in ms since 1970: an hour is one question, not one a second. */
export function filterOf({ q, source, kind, outcome, span }: Chosen, now: number): HistoryFilter {
  const from = new Date(Math.floor(now / 3_600_000) * 3_600_000 - span * day).toISOString();
  return {
    ...(q.trim() !== '' && { q: q.trim() }),
    ...(sources.find((one) => one === source) && { source: source as HistoryFilter['source'] }),
    ...(kinds.find((one) => one === kind) && { kind: kind as HistoryFilter['kind'] }),
    ...(outcomes.find((one) => one === outcome) && { outcome: outcome as HistoryFilter['outcome'] }),
    ...(span > 0 && { from }),
  };
}

/** Who, what, when, and how it ended. */
export function Filters({ chosen, choose }: { chosen: Chosen; choose: (chosen: Chosen) => void }): ReactElement {
  const field = useId();
  return (
    <fieldset className="filters">
      <legend className="unseen">{t('panel.filters')}</legend>
      <div>
        <label htmlFor={field}>{t('panel.name')}</label>
        <input
          id={field}
          type="search"
          value={chosen.q}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => choose({ ...chosen, q: event.target.value })}
        />
      </div>
      <Choice label={t('panel.source')} value={chosen.source} choose={(source) => choose({ ...chosen, source })}>
        {[['', t('panel.all')], ...sources.map((one) => [one, t(`history.source.${one}`)])]}
      </Choice>
      <Choice label={t('panel.kind')} value={chosen.kind} choose={(kind) => choose({ ...chosen, kind })}>
        {[['', t('panel.all')], ...kinds.map((one) => [one, t(`panel.kinds.${one}`)])]}
      </Choice>
      <Choice label={t('panel.outcome')} value={chosen.outcome} choose={(outcome) => choose({ ...chosen, outcome })}>
        {[['', t('panel.all')], ...outcomes.map((one) => [one, t(`panel.outcomes.${one}`)])]}
      </Choice>
      <Choice label={t('panel.when')} value={String(chosen.span)} choose={(span) => choose({ ...chosen, span: Number(span) })}>
        {spans.map((one) => [String(one), one === 0 ? t('panel.ever') : t('panel.days', { count: one })])}
      </Choice>
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choose: (value: string) => void;
  children: string[][];
}

function Choice({ label, value, choose, children }: ChoiceProps): ReactElement {
  const field = useId();
  return (
    <div>
      <label htmlFor={field}>{label}</label>
      <select id={field} value={value} onChange={(event) => choose(event.target.value)}>
        {children.map(([option = '', words = '']) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

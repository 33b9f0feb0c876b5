import type { ReactElement } from 'react';
import { conflictKinds, type MappingRowsQuery, matchKinds } from '../../contract/mapping.ts';
import { confidences, decisions } from '../../contract/merges.ts';
import { t } from '../../locales/words.ts';

interface RowFiltersProps {
  chosen: MappingRowsQuery;
  choose: (chosen: MappingRowsQuery) => void;
  /** What is typed, before it is asked for. */
  typed: string;
  type: (text: string) => void;
}

/** Which rows are listed. */
export function RowFilters({ chosen, choose, typed, type }: RowFiltersProps): ReactElement {
  const select = (name: 'confidence' | 'by' | 'conflict' | 'decision', values: readonly string[], words: (value: string) => string) => (
    <label>
      {t(`mapping.filter.${name}`)}
      <select
        value={chosen[name] ?? ''}
        onChange={({ target: { value } }) => choose({ ...chosen, [name]: value === '' ? undefined : value })}
      >
        <option value="">{t('panel.all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </label>
  );
  const word =
    <Code extends string>(codes: readonly Code[], tell: (code: Code) => string) =>
    (value: string) => {
      const code = codes.find((one) => one === value);
      return code === undefined ? value : tell(code);
    };
  return (
    <fieldset className="filters">
      <legend className="unseen">{t('panel.filters')}</legend>
      <label>
        {t('mapping.filter.q')}
        <input type="search" value={typed} onChange={(event) => type(event.target.value)} />
      </label>
      <label>
        {t('mapping.filter.kind')}
        <select
          value={chosen.kind ?? 'user'}
          onChange={({ target }) => choose({ ...chosen, kind: target.value === 'team' ? 'team' : 'user' })}
        >
          <option value="user">{t('mapping.kinds.users')}</option>
          <option value="team">{t('mapping.kinds.teams')}</option>
        </select>
      </label>
      <label>
        {t('mapping.filter.decided')}
        <select
          value={chosen.decided ?? ''}
          onChange={({ target: { value } }) => choose({ ...chosen, decided: value === 'true' || value === 'false' ? value : undefined })}
        >
          <option value="">{t('panel.all')}</option>
          <option value="false">{t('mapping.filter.open')}</option>
          <option value="true">{t('mapping.filter.closed')}</option>
        </select>
      </label>
      {select(
        'confidence',
        confidences,
        word(confidences, (code) => t(`mapping.confidence.${code}`)),
      )}
      {select(
        'by',
        matchKinds,
        word(matchKinds, (code) => t(`mapping.by.${code}`)),
      )}
      {select(
        'conflict',
        conflictKinds,
        word(conflictKinds, (code) => t(`mapping.conflict.${code}`)),
      )}
      {select(
        'decision',
        decisions,
        word(decisions, (code) => t(`mapping.decision.${code}`)),
      )}
    </fieldset>
  );
}

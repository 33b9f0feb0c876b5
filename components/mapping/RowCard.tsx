import { type ReactElement, useId } from 'react';
import type { MappingRow } from '../../contract/mapping.ts';
import { decisions } from '../../contract/merges.ts';
import { t } from '../../locales/words.ts';
import { Glyph } from '../ui/Notice.tsx';
import { useDeciding } from './decide.ts';
import { ConfidenceChip } from './Matches.tsx';
import { JobTrouble } from './Trouble.tsx';

interface RowCardProps {
  row: MappingRow;
  mayAct: boolean | null;
  /** The rows as they are after a decision. */
  onRows: (rows: readonly MappingRow[]) => void;
  look: () => Promise<void>;
}

/** One user or team of Spekit's own, whom of Okta's it may be, what is to be known of it, and what becomes of it. */
export function RowCard({ row, mayAct, onRows, look }: RowCardProps): ReactElement {
  const id = useId();
  const { kind, name, userName, email, source, role, active, members, candidates, confidence, conflicts } = row;
  const { choice, state, decide } = useDeciding(row, onRows, look);
  const { decision, partner } = choice;
  const facts = [
    kind === 'user' && userName !== name ? userName : null,
    email !== null && email !== userName ? email : null,
    source === null ? null : t(`mapping.source.${source}`),
    role,
    members === null ? null : t('mapping.rows.members', { count: members }),
    active ? null : t('search.deactivated'),
  ].filter((fact) => fact !== null);
  return (
    <li className={decision === null ? 'row row-open' : 'row'}>
      <h4 id={id}>
        {name} <ConfidenceChip confidence={confidence} />
      </h4>
      <p className="quiet">{facts.join(' · ')}</p>
      <Partners
        row={row}
        chosen={partner}
        readOnly={mayAct === false}
        onChoose={(to) => decide({ decision: decision ?? 'merge', partner: to })}
      />
      {conflicts.map((conflict) => (
        <p key={conflict.kind} className="conflict">
          <Glyph tone={conflict.blocks ? 'care' : 'note'} />
          <span>
            <strong>{t(`mapping.conflict.${conflict.kind}`)}</strong> <span lang="en">{conflict.detail}</span>
          </span>
        </p>
      ))}
      {candidates.length === 0 ? null : (
        <p className="decide">
          <label htmlFor={`${id}-decision`}>
            {t('mapping.filter.decision')}
            <span className="unseen"> {name}</span>
          </label>
          <select
            id={`${id}-decision`}
            value={decision ?? ''}
            disabled={mayAct === false}
            onChange={({ target: { value } }) => decide({ decision: decisions.find((one) => one === value) ?? null, partner })}
          >
            <option value="">{t(row.decidedBy === 'admin' ? 'mapping.decision.back' : 'mapping.decision.none')}</option>
            {decisions.map((one) => (
              <option key={one} value={one}>
                {t(`mapping.decision.${one}`)}
              </option>
            ))}
          </select>
          <span className="quiet" role="status">
            {state.is === 'heard' && state.heard.reach === 'ok'
              ? t('mapping.decision.saved')
              : row.decidedBy === null
                ? t('mapping.decision.wanted')
                : t(`mapping.decision.by-${row.decidedBy}`)}
          </span>
        </p>
      )}
      <JobTrouble state={state} />
    </li>
  );
}

interface PartnersProps {
  row: MappingRow;
  chosen: string | null;
  readOnly: boolean;
  onChoose: (id: string) => void;
}

/** Whom of Okta's it is matched with; a choice where there are several. */
function Partners({ row: { name, kind, candidates }, chosen, readOnly, onChoose }: PartnersProps): ReactElement {
  const id = useId();
  const [only] = candidates;
  if (only === undefined) return <p>{t('mapping.rows.alone')}</p>;
  const told = ({ name, userName, active, by }: MappingRow['candidates'][number]) => {
    const who = kind === 'user' && userName !== name ? `${name} (${userName})` : name;
    const why = by.map((one) => t(`mapping.by.${one}`)).join(', ');
    return active ? t('mapping.rows.partner', { who, why }) : t('mapping.rows.partner-inactive', { who, why });
  };
  if (candidates.length === 1)
    return (
      <p>
        {t('mapping.rows.fits')} <strong>{told(only)}</strong>
      </p>
    );
  return (
    <p className="decide">
      <label htmlFor={id}>
        {t('mapping.rows.which')}
        <span className="unseen"> {name}</span>
      </label>
      <select id={id} value={chosen ?? ''} disabled={readOnly} onChange={({ target }) => onChoose(target.value)}>
        {candidates.map((candidate) => (
          <option key={candidate.id} value={candidate.id}>
            {told(candidate)}
          </option>
        ))}
      </select>
    </p>
  );
}

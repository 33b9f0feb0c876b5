import type { ReactElement } from 'react';
import type { MappingStatus } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { connections } from '../../ownership/actions.ts';
import { InOkta } from '../popup/InOkta.tsx';
import { Glyph, Notice } from '../ui/Notice.tsx';
import { StepFrame } from './StepFrame.tsx';

/** Whether this account can be connected, and which of the three states it is in, with what each means. */
export function AccountStep({ status: { account } }: { status: MappingStatus }): ReactElement {
  const { type, connection } = account;
  const connects = type === 'production';
  return (
    <StepFrame step="account" now={t(`mapping.account.type.${type}`, { account: account.id })}>
      {type === 'production' ? null : (
        <Notice tone="bad" title={t('mapping.account.refused')}>
          <p>{t(`connection.${type}`)}</p>
        </Notice>
      )}
      <ol className="track">
        {connections.map((one) => (
          <li key={one} aria-current={connects && one === connection ? 'true' : undefined}>
            <strong>
              {connects && one === connection ? <Glyph tone="good" /> : null}
              {t(`mapping.account.state.${one}.title`)}
            </strong>
            {connects && one === connection ? <span className="chip">{t('mapping.account.here')}</span> : null}
            <p>{t(`mapping.account.state.${one}.means`)}</p>
          </li>
        ))}
      </ol>
      <InOkta subject={null} target="okta.assignments" />
    </StepFrame>
  );
}

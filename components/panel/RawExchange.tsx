import { type ReactElement, useEffect, useState } from 'react';
import type { BodyRemark, Exchange, ExchangeAnswer } from '../../contract/exchange.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Copy } from '../ui/Copy.tsx';
import { type ShownSide, shownExchange } from './masking/masked-exchange.ts';
import type { Masks } from './masking/masks.ts';

interface RawExchangeProps {
  seq: number;
  /** Null: nothing is masked. */
  masks: Masks | null;
}

/** What Okta sent that led to a change, and what it was answered. It is asked for when this is shown. */
export function RawExchange({ seq, masks }: RawExchangeProps): ReactElement {
  const told = useExchange(seq);
  if (told === 'asking') return <p className="quiet">{t('search.searching')}</p>;
  if (told === 'failed') return <p className="quiet">{t('panel.raw.failed')}</p>;
  const { exchange, missing } = told;
  return exchange === null ? (
    <p className="quiet">{t(`panel.raw.missing.${missing ?? 'not-kept'}`)}</p>
  ) : (
    <Both exchange={exchange} masks={masks} />
  );
}

function Both({ exchange, masks }: { exchange: Exchange; masks: Masks | null }): ReactElement {
  const { request, answer } = shownExchange(exchange, masks);
  const parts = [
    { name: t('panel.raw.request'), side: request, why: whyNot(request, exchange.request.remark) },
    { name: t('panel.raw.answer'), side: answer, why: whyNot(answer, exchange.answer.remark) },
  ];
  return (
    <>
      {exchange.bulk ? <p className="quiet">{t('panel.raw.bulk')}</p> : null}
      {parts.map(({ name, side, why }) => (
        <section key={name}>
          <h3>{name}</h3>
          <code>{side.head}</code>
          {side.body === null ? null : (
            <textarea readOnly aria-label={name} value={side.body} rows={rowsOf(side.body)} spellCheck={false} />
          )}
          {why === null ? null : <p className="quiet">{why}</p>}
        </section>
      ))}
      <Copy label={t('panel.raw.copy')} text={() => parts.map(asText).join('\n\n')} />
    </>
  );
}

/** It is as high as it needs, and scrolls from some height on. */
function rowsOf(text: string): number {
  return Math.min(text.split('\n').length, 20);
}

function asText({ side, why }: { side: ShownSide; why: string | null }): string {
  return [side.head, side.body, why].filter((line) => line !== null).join('\n');
}

/** What is to be known of a body that is not there, or not whole. */
function whyNot({ body, unmaskable }: ShownSide, remark: BodyRemark | null): string | null {
  if (unmaskable) return t('panel.raw.unmaskable');
  if (remark !== null) return t(`panel.raw.remark.${remark}`);
  return body === null ? t('panel.raw.none') : null;
}

/** Asks once. What has happened does not change. */
function useExchange(seq: number): ExchangeAnswer | 'asking' | 'failed' {
  const [told, setTold] = useState<ExchangeAnswer | 'asking' | 'failed'>('asking');
  useEffect(() => {
    let over = false;
    sendMessage('changes.exchange', { seq }).then(
      (answer) => over || setTold(answer.told ?? 'failed'),
      () => over || setTold('failed'),
    );
    return () => {
      over = true;
    };
  }, [seq]);
  return told;
}

import type { ReactElement } from 'react';
import { type Explanation, explain } from '../../locales/explain.ts';
import { type Foretold, foretell } from '../../locales/foretell.ts';
import { t } from '../../locales/words.ts';
import type { DialogAnswer, DialogRequest } from '../../messages/dialog.ts';
import { Button } from '../ui/Button.tsx';
import { Glyph } from '../ui/Notice.tsx';
import { useNow } from '../ui/now.ts';

interface VerdictProps {
  request: Pick<DialogRequest, 'decision' | 'facts' | 'link'>;
  onAnswer: (answer: DialogAnswer) => void;
}

/** What a person reads and presses: what it comes to and what of that is expected, why, what still works, what to do and where, how fresh
 *  that is; then the choice.
 *  The button marked `data-first` is to have the focus: the one that changes nothing. */
export function Verdict({ request, onAnswer }: VerdictProps): ReactElement | null {
  const now = useNow();
  const words = explain(request.decision, request.facts, now);
  if (words === null) return null;
  const block = request.decision.verdict === 'block';
  return (
    <>
      <div className="body">
        <div className="head">
          <Glyph tone={block ? 'bad' : 'care'} />
          <h2 id="title">{words.title}</h2>
        </div>
        <Reasons words={words} expected={foretell(request.decision, request.facts, now)} link={request.link} />
        {words.synced === null ? null : <p className="synced">{words.synced}</p>}
      </div>
      <div className="feet">
        <span className="provenance">{t('dialog.provenance')}</span>
        <div className="acts">
          <Button look="primary" data-first="" onClick={() => onAnswer('back')}>
            {block ? t('dialog.close') : t('dialog.back')}
          </Button>
          {block ? null : <Button onClick={() => onAnswer('continue')}>{t('dialog.continue')}</Button>}
        </div>
      </div>
    </>
  );
}

interface ReasonsProps {
  words: Explanation;
  expected: Foretold | null;
  link: DialogRequest['link'];
}

function Reasons({ words, expected, link }: ReasonsProps): ReactElement {
  const href = link === null ? null : webAddress(link.href);
  return (
    <dl>
      {expected === null ? null : (
        <div className="expected">
          <dt>{expected.title}</dt>
          <dd id="expected">
            <ul>
              {expected.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('dialog.why')}</dt>
        <dd id="why">{words.why}</dd>
      </div>
      <div>
        <dt>{t('dialog.still')}</dt>
        <dd>{words.still}</dd>
      </div>
      <div>
        <dt>{t('dialog.instead')}</dt>
        <dd>
          {words.instead}
          {href === null || link === null ? null : (
            <p className="place">
              <a href={href} target="_blank" rel="noopener">
                {t(`links.${link.target}`)}
                <span className="unseen"> {t('dialog.new-tab')}</span>
              </a>
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Only the web's own schemes: an address made from a page's data never runs as a script. */
function webAddress(href: string): string | null {
  const url = URL.canParse(href) ? new URL(href) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

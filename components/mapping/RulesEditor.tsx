import { type ReactElement, useId, useState } from 'react';
import type { MappingRules } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Button } from '../ui/Button.tsx';
import { Glyph, Notice } from '../ui/Notice.tsx';
import { useJob } from './jobs.ts';
import { readRules, writeRules } from './rules.ts';
import { JobTrouble } from './Trouble.tsx';

interface RulesEditorProps {
  saved: MappingRules;
  mayAct: boolean | null;
  look: () => Promise<void>;
}

/** Which addresses and domains are the same person's, a line each. What is written stays until it is saved or discarded, also where saving failed. */
export function RulesEditor({ saved, mayAct, look }: RulesEditorProps): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const { state, start, stop } = useJob<MappingRules>();
  const text = draft ?? writeRules(saved);
  const { rules, problems } = readRules(text);
  const write = (to: string) => {
    stop();
    setDraft(to);
  };
  const keep = async () => {
    const heard = await start(() => sendMessage('mapping.set-rules', rules));
    if (heard?.reach === 'ok') setDraft(null);
    await look();
  };
  const count = saved.aliases.length + saved.domains.length;
  return (
    <details className="rules">
      <summary>{t('mapping.rules.title', { count })}</summary>
      <label htmlFor={id}>{t('mapping.rules.label')}</label>
      <p className="quiet" id={`${id}-hint`}>
        {t('mapping.rules.hint')}
      </p>
      <textarea
        id={id}
        rows={5}
        value={text}
        readOnly={mayAct === false}
        spellCheck={false}
        autoCapitalize="off"
        placeholder={t('mapping.rules.example')}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-hint ${id}-problems`}
        onChange={(event) => write(event.target.value)}
      />
      <ul id={`${id}-problems`} className="rule-problems">
        {problems.slice(0, 20).map(({ line, problem }) => (
          <li key={line} className="problem">
            <Glyph tone="bad" />
            <span>{t(`mapping.rules.problem.${problem}`, { line: String(line) })}</span>
          </li>
        ))}
      </ul>
      <div role="status">
        {state.is === 'heard' && state.heard.reach === 'ok' ? <Notice tone="good" title={t('mapping.rules.saved')} /> : null}
      </div>
      <JobTrouble state={state} />
      {mayAct === false ? null : (
        <div className="acts">
          <Button
            aria-disabled={draft === null || problems.length > 0}
            onClick={() => draft !== null && problems.length === 0 && void keep()}
          >
            {t('mapping.rules.save')}
          </Button>
          {draft === null ? null : (
            <Button look="plain" onClick={() => setDraft(null)}>
              {t('options.discard')}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

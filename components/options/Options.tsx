import { type FormEvent, type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { tellField } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { type SettingName, settings } from '../../stores/settings.ts';
import { Button } from '../ui/Button.tsx';
import mark from '../ui/mark.svg';
import { Notice } from '../ui/Notice.tsx';
import { type Draft, useDraft } from './draft.ts';
import { Field } from './Field.tsx';
import { FoundCompanion } from './FoundCompanion.tsx';
import { type Form, useForm } from './form.ts';
import { MappingSection } from './MappingSection.tsx';
import { NoticesSection } from './NoticesSection.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { usePermission } from './permission.ts';
import { RecognisedApp } from './RecognisedApp.tsx';
import { Tokens } from './Tokens.tsx';

/** The whole options page. */
export function Options(): ReactElement {
  const draft = useDraft();
  const problem = useStore(settings.store, (state) => state.problem);
  return (
    <div className="options">
      <header>
        <h1>
          <img src={mark} alt="" width="32" height="32" />
          {t('options.title')}
        </h1>
        <p className="quiet">{t('options.intro')}</p>
      </header>
      <main>
        {problem === null ? null : (
          <Notice tone="bad" title={t('problem.title')} role="alert">
            <p>{t(`problem.${problem}`)}</p>
          </Notice>
        )}
        {draft.ready ? <Settings draft={draft} /> : null}
        <MappingSection />
        <NoticesSection />
        <Tokens />
      </main>
    </div>
  );
}

function Settings({ draft }: { draft: Draft }): ReactElement {
  const permission = usePermission(draft.values.companionUrl);
  const form = useForm(draft, permission);
  const element = useRef<HTMLFormElement>(null);
  const { problems } = form;
  useEffect(() => {
    if (Object.keys(problems).length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <fieldset>
        <legend>{t('options.companion')}</legend>
        <Setting name="companionUrl" draft={draft} form={form} />
        <Setting name="token" draft={draft} form={form} />
      </fieldset>
      <fieldset>
        <legend>{t('options.okta')}</legend>
        <Setting name="oktaAppInstanceId" draft={draft} form={form} />
      </fieldset>
      <OutcomeNotice outcome={form.outcome} />
      <div className="acts">
        <Button look="primary" type="submit">
          {t('options.save')}
        </Button>
        <Button onClick={() => void form.test()}>{t('options.test')}</Button>
        {draft.changed ? (
          <>
            <span className="quiet">{t('options.changed')}</span>
            <Button look="plain" onClick={draft.discard}>
              {t('options.discard')}
            </Button>
          </>
        ) : null}
      </div>
    </form>
  );
}

function Setting({ name, draft, form }: { name: SettingName; draft: Draft; form: Form }): ReactElement {
  const value = draft.values[name];
  const locked = draft.locked.includes(name);
  const problem = form.problems[name];
  const host = URL.parse(draft.values.companionUrl)?.host ?? draft.values.companionUrl;
  return (
    <Field
      name={name}
      value={value}
      locked={locked}
      secret={name === 'token'}
      problem={problem === undefined ? null : tellField(problem, host)}
      onChange={form.change}
    >
      {name === 'companionUrl' && !locked ? <FoundCompanion current={value} onUse={(url) => form.change(name, url)} /> : null}
      {name === 'oktaAppInstanceId' ? <RecognisedApp current={value} locked={locked} onUse={(id) => form.change(name, id)} /> : null}
    </Field>
  );
}

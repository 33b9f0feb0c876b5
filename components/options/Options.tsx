import { type FormEvent, type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { tellField } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { settings } from '../../stores/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Heading } from '../ui/Heading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BackupSection } from './BackupSection.tsx';
import { companionState, useLiveKnowledge } from './companion-state.ts';
import { type Draft, useDraft } from './draft.ts';
import { Field } from './Field.tsx';
import { ForgetSection } from './ForgetSection.tsx';
import { FoundCompanion } from './FoundCompanion.tsx';
import type { FieldName } from './fields.ts';
import { type Form, useForm } from './form.ts';
import { LookSection } from './LookSection.tsx';
import { MappingSection } from './MappingSection.tsx';
import { NoticesSection } from './NoticesSection.tsx';
import { OktaStep } from './OktaStep.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { useOpenTabs } from './open-tabs.ts';
import { Profiles } from './Profiles.tsx';
import { usePermission } from './permission.ts';
import { ShownSection } from './ShownSection.tsx';
import { SpekitStep } from './SpekitStep.tsx';
import { Step } from './Step.tsx';
import { Tokens } from './Tokens.tsx';

/** The whole options page. */
export function Options(): ReactElement {
  const draft = useDraft();
  const problem = useStore(settings.store, (state) => state.problem);
  return (
    <div className="options">
      <header>
        <Heading size={32} text={t('options.title')} />
        <p className="quiet">{t('options.intro')}</p>
      </header>
      <main>
        {problem === null ? null : (
          <Notice tone="bad" title={t('problem.title')} role="alert">
            <p>{t(`problem.${problem}`)}</p>
          </Notice>
        )}
        {draft.ready ? <Settings key={draft.id} draft={draft} /> : null}
        <MappingSection />
        {draft.ready ? <ShownSection /> : null}
        <NoticesSection />
        {draft.ready ? <LookSection /> : null}
        <Tokens />
        <BackupSection />
        <ForgetSection forgotten={draft.discard} />
      </main>
    </div>
  );
}

function Settings({ draft }: { draft: Draft }): ReactElement {
  const permission = usePermission(draft.values.companionUrl);
  const form = useForm(draft, permission);
  const known = useLiveKnowledge();
  const tabs = useOpenTabs();
  const element = useRef<HTMLFormElement>(null);
  const { problems } = form;
  useEffect(() => {
    if (Object.keys(problems).length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  const profiles = (
    <Profiles draft={draft}>
      <Setting name="name" draft={draft} form={form} />
      <Setting name="oktaHosts" draft={draft} form={form} />
    </Profiles>
  );
  return (
    <form ref={element} onSubmit={submit} noValidate>
      {draft.several ? profiles : null}
      <Step number={1} title={t('steps.companion')} state={draft.changed ? null : companionState(known, hostOf(draft.values.companionUrl))}>
        <Setting name="companionUrl" draft={draft} form={form} />
        <Setting name="token" draft={draft} form={form} />
      </Step>
      <OktaStep
        current={draft.values.oktaAppInstanceId}
        locked={draft.locked.includes('oktaAppInstanceId')}
        tabs={tabs}
        onUse={(id) => form.change('oktaAppInstanceId', id)}
      >
        <Setting name="oktaAppInstanceId" draft={draft} form={form} />
      </OktaStep>
      <SpekitStep account={known.status?.account} tabs={tabs} />
      <OutcomeNotice outcome={form.outcome} instanceId={draft.values.oktaAppInstanceId} />
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
      {draft.several ? null : profiles}
    </form>
  );
}

function Setting({ name, draft, form }: { name: FieldName; draft: Draft; form: Form }): ReactElement {
  const value = draft.values[name];
  const locked = draft.locked.includes(name);
  const problem = form.problems[name];
  const host = hostOf(draft.values.companionUrl);
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
    </Field>
  );
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}

import type { App, PushRule } from '../../../../state.ts';
import { deleteRuleWords, ruleWords } from '../../../data/push-groups.ts';
import type { Page } from '../../page.ts';
import { dropdown } from '../../widgets/dropdown.ts';
import { h } from '../../widgets/element.ts';
import { choice, formDialog } from '../../widgets/form.ts';

/** The app's push rules, above the groups that they push. */
export function ruleList(page: Page, app: App): HTMLElement {
  const items = app.rules.map((rule) =>
    h(
      'li',
      { class: 'push-rule clearfix' },
      h('strong', {}, rule.name),
      h('span', { class: 'muted' }, ruleWords(rule)),
      dropdown('Active', `rule-${rule.id}`, [{ label: 'Delete Rule', onclick: () => deleteRule(page, app, rule) }], 'status-active'),
    ),
  );
  return h('ul', { class: 'push-rules' }, ...items);
}

function deleteRule({ server }: Page, app: App, rule: PushRule): void {
  const remove = choice('radio', 'rule', deleteRuleWords.deleteTarget, true);
  const leave = choice('radio', 'rule', deleteRuleWords.leaveTarget, false);
  formDialog(deleteRuleWords.title, {
    fields: [
      h('p', { class: 'modal-subtitle' }, rule.name),
      h('fieldset', {}, h('legend', {}, deleteRuleWords.question), remove.row, leave.row),
      h('p', { class: 'muted' }, deleteRuleWords.note),
    ],
    save: 'Delete Rule',
    danger: true,
    submit: () => server.act('delete-rule', { appId: app.id, ruleId: rule.id, deleteTargets: remove.input.checked }),
  });
}

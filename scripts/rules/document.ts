import en from '../../locales/en.json' with { type: 'json' };
import { type GuideId, guide } from '../../ownership/guide.ts';
import { reservedNames } from '../../ownership/reserved.ts';
import { type Rule, type RuleId, rules } from '../../ownership/rules.ts';
import { conditions } from './conditions.ts';

type Row = Rule & { id: RuleId };

/** `docs/rules.md`: every rule for people to read, from the same rows, words and sentences that the product uses. */
export function rulesDocument(): string {
  return `# The rules

Written by \`npm run rules\` from \`ownership/rules.ts\`, \`locales/en.json\` and \`ownership/guide.ts\`. Change those, then write it anew.

*allow* says nothing · *inform* says something and holds nothing · *warn* asks first · *block* cannot be done here.
Within an action the first rule whose condition holds decides. What no rule names, and what is not known yet, is allowed.

| rule | action | when | verdict |
|---|---|---|---|
${rules.map(overview).join('\n')}

Reserved names, in any case and spacing: ${reservedNames.map((name) => `*${name}*`).join(', ')}.

${rules.map(chapter).join('\n')}`;
}

function overview(row: Row): string {
  return `| [${row.id}](#${row.id}) | ${row.actions.map((action) => `\`${action}\``).join(', ')} | ${conditions[row.id]} | ${row.verdict} |`;
}

function chapter(row: Row): string {
  const { title, why, still, instead } = en.reasons[row.id];
  return `## ${row.id}

**${title}** (${row.verdict}; ${conditions[row.id]})

${why} ${still} ${instead}

${row.cites.map(sentence).join('\n')}
`;
}

function sentence(id: GuideId | 'design'): string {
  return id === 'design' ? '> Sourcemark’s own, where the guide is silent.  ' : `> ${id} “${guide[id]}”  `;
}

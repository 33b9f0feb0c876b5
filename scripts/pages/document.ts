import { existsSync, readFileSync } from 'node:fs';
import type { ControlDeclaration, PageDeclaration } from '../../contract/page-declaration.ts';
import { oktaPages } from '../../hosts/okta/index.ts';
import { spekitPages } from '../../hosts/spekit/index.ts';
import en from '../../locales/en.json' with { type: 'json' };
import { rules } from '../../ownership/rules.ts';

const root = new URL('../../', import.meta.url);

/** `docs/pages.md`: every page that is marked, for people to read, from the same declarations, rules and words that the product uses. */
export function pagesDocument(): string {
  return `# The pages

Written by \`npm run pages\` from \`hosts/\`, \`ownership/rules.ts\` and \`locales/en.json\`; the pictures are of the playground, by \`npm run pages:pictures\`.

What is *explained* has its meaning for Spekit beside it. A control is *guarded* where its act has a rule: *inform* says something and holds nothing, *warn* asks first, *block* cannot be done here.
What a rule says, and the sentence of Spekit’s guide that it comes from, is in [rules.md](rules.md). What the host app has switched off itself gets the same explanation beside it.

**The card.** A mark that is pointed at or has the focus opens a card with the facts: whose the subject is, since when Spekit has it, last sync, last change and what it was, Okta's id, what needs attention, and the way to the other console.
It can be pointed at itself, stays until neither pointer nor focus is there, and Esc takes it away (WCAG 2.2, 1.4.13). It lies over the page, or within the page's dialog where the mark stands in one.

**Why not in that team?** Where a page names a person and a team of whom the one is not in the other (a group's people, a person's groups, the choice of teams on a user's page), the card says why, check by check: connected, assigned, active, in the group, pushed, the last answer, arrived; then the one next step. Where it names one of them, the card has a field for the other.

**By keyboard.** All marks of a page share one tab stop (those of a dialog have their own): ↑ ↓ Home End go from mark to mark, the stop stays where one was last, Tab or Enter goes on into the card, Esc back.
From any control of a row Alt+Shift+O goes to the mark of that row, and Esc back to the control. In a menu or a list of choices, whose focus the page keeps in one place, marks are read with the choice and are no stops.

**The strip.** A list of four or more is summed up in one line beside the heading above it: how many of it Okta manages, the last sync, what needs attention. It counts what the page holds just now: of a list that comes by pages, or as it is scrolled, that part. It opens a list of ours with *show only…*, each line of which leads to its row.
The page's own rows are never hidden or dimmed: that would be an edit of the page, and the next one of its framework would undo it. Where nothing of a list is Okta's, or no place is free for a word, there is no strip.

**Waiting.** After a push, a rename, a change of members, an assignment, an unassignment or a deactivation in Okta the mark counts the seconds (usually 10–15), says when the companion has seen it, or after a minute that it has not, and why that may be. Where Okta's own row shows an error, nothing is waited for.

| page | marked | guarded |
|---|---|---|
${pages.map(overview).join('\n')}

${pages.map(chapter).join('\n')}`;
}

const pages: readonly PageDeclaration[] = [...oktaPages, ...spekitPages].toSorted((a, b) => (a.id < b.id ? -1 : 1));

function overview(page: PageDeclaration): string {
  const actions = [...new Set(page.controls.map(({ action }) => `\`${action}\``))];
  return `| [${page.id}](#${page.id.replace('.', '')}) | ${markedOn(page) || '–'} | ${actions.join(', ') || '–'} |`;
}

function chapter(page: PageDeclaration): string {
  const controls = page.controls.filter(({ action }, index) => page.controls.findIndex((one) => one.action === action) === index);
  const lines = [...controls.flatMap(guarded), ...(page.explains ?? []).map(explained)];
  return `## ${page.id}

${docstringOf(page)}

${pictures(page)}${lines.length === 0 ? '' : `${lines.join('\n')}\n`}`;
}

/** What the page's subject and its lists are of. */
function markedOn({ subject, lists }: PageDeclaration): string {
  const kinds = [
    ...(subject === undefined ? [] : [`its ${subject.kind}`]),
    ...lists.map(({ kind }) => `${kind}s`),
    ...(lists.some(({ summed }) => summed) ? ['summed up'] : []),
  ];
  return [...new Set(kinds)].join(', ');
}

function guarded({ action }: ControlDeclaration): string[] {
  return rules
    .filter(({ actions, verdict }) => actions.some((one) => one === action) && verdict !== 'allow')
    .map(({ id, verdict }) => `- \`${action}\`: *${verdict}*, [${en.reasons[id].title.replace(/\{\w+\}/g, '…')}](rules.md#${id})`);
}

/** What stands beside words of the page, by how a setting is set. */
function explained({ says }: NonNullable<PageDeclaration['explains']>[number]): string {
  const words: Readonly<Record<string, { short: string; text: string }>> = en.explains;
  const ends = ['', '-on', '-off', '-connected', '-staging', '-not-connected', '-other-account'];
  const told = ends.flatMap((end) => words[`${says}${end}`] ?? []).map(({ short, text }) => `*${short}* (${text})`);
  return `- explained, ${says.replaceAll('-', ' ')}: ${told.join(' ')}`;
}

/** What the declaration says of itself. */
function docstringOf({ id }: PageDeclaration): string {
  const [app, name] = id.split('.');
  const source = readFileSync(new URL(`hosts/${app}/${name}.ts`, root), 'utf8');
  const docstring = /\/\*\*([\s\S]*?)\*\/\s*export const/.exec(source)?.[1] ?? '';
  return docstring.replace(/\s*\n\s*\*\s*/g, ' ').trim();
}

function pictures({ id }: PageDeclaration): string {
  const shown = ['', '-card', '-list', '-why'].flatMap((open) =>
    ['light', 'dark'].map((scheme) => `screenshots/pages/${id}${open}-${scheme}.png`),
  );
  const there = shown.filter((file) => existsSync(new URL(`docs/${file}`, root)));
  return there.length === 0 ? '' : `${there.map((file) => `![${id}](${file})`).join('\n')}\n\n`;
}

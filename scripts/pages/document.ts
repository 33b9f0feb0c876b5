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
  const kinds = [...(subject === undefined ? [] : [`its ${subject.kind}`]), ...lists.map(({ kind }) => `${kind}s`)];
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
  const told = [says, `${says}-on`, `${says}-off`].flatMap((code) => words[code] ?? []).map(({ short, text }) => `*${short}* (${text})`);
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
  const shown = ['light', 'dark'].map((scheme) => `screenshots/pages/${id}-${scheme}.png`);
  const there = shown.filter((file) => existsSync(new URL(`docs/${file}`, root)));
  return there.length === 0 ? '' : `${there.map((file) => `![${id}](${file})`).join('\n')}\n\n`;
}

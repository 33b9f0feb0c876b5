export interface Bar {
  series: string;
  /** Null where there is no figure; then `words` say why. */
  value: number | null;
  words: string;
}

export interface BarGroup {
  name: string;
  bars: readonly Bar[];
}

const width = 900;
const left = 250;
const right = 110;
const bar = 13;
const gap = 16;

/** Horizontal bars in groups, as an SVG that is legible on light and dark. Each group has its own scale, up to its longest bar: the groups
 *  are compared within, not with each other. */
export function barChart(title: string, groups: readonly BarGroup[]): string {
  const series = [...new Set(groups.flatMap(({ bars }) => bars.map((one) => one.series)))];
  const parts: string[] = [];
  let y = 76;
  for (const { name, bars } of groups) {
    const most = Math.max(...bars.map(({ value }) => value ?? 0), Number.MIN_VALUE);
    parts.push(text(left - 12, y + (bars.length * bar) / 2 + 4, name, 'class="name" text-anchor="end"'));
    for (const { series: of, value, words } of bars) {
      const length = Math.max(((width - left - right) * (value ?? 0)) / most, value === null ? 0 : 1);
      const color = `class="s${series.indexOf(of)}"`;
      parts.push(`<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${bar - 2}" ${color}/>`);
      parts.push(text(left + length + 6, y + bar - 4, words, 'class="value"'));
      y += bar;
    }
    y += gap;
  }
  const legend = series.map((name, index) => {
    const x = left + index * 160;
    return `<rect x="${x}" y="44" width="12" height="12" class="s${index}"/>${text(x + 18, 54, name, 'class="value"')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="${escaped(title)}">
<style>${style}</style>
${text(left, 26, title, 'class="title"')}
${legend.join('\n')}
${parts.join('\n')}
</svg>
`;
}

/** Dark text and strong bars on light, the reverse where the reader's system is dark; no ground of its own. */
const style = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.value { font-size: 11px; fill: #59636e }
.s0 { fill: #0b6bcb } .s1 { fill: #b35900 } .s2 { fill: #7a3fb0 } .s3 { fill: #8a8f98 } .s4 { fill: #2a7a3b }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc }
  .value { fill: #9198a1 }
  .s0 { fill: #58a6ff } .s1 { fill: #f0883e } .s2 { fill: #bc8cff } .s3 { fill: #767d87 } .s4 { fill: #56d364 }
}
`;

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escaped(words)}</text>`;
}

const escaped = (words: string): string => words.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

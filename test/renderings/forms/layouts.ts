import type { Control } from './controls.ts';
import type { Field, Rendering } from './form.ts';
import { make } from './make.ts';

function block(...styles: string[]): (...children: (Node | string)[]) => HTMLElement {
  return (...children) => {
    const element = make('div', {}, ...children);
    element.style.cssText = styles.join(';');
    return element;
  };
}

/** How captions, what they hold and their hints lie. */
export const layouts: Record<Rendering, (all: [Field, Control][]) => HTMLElement> = {
  native: (all) =>
    make(
      'div',
      {},
      ...all.map(([{ hint }, { caption, holds }]) => make('p', {}, caption, ' ', ...holds, ...(hint ? [make('br'), hint] : []))),
    ),
  switches: (all) =>
    make(
      'div',
      {},
      ...all.map(([{ hint }, { caption, holds }]) => make('div', {}, caption, ...(hint ? [make('p', {}, hint)] : []), ...holds)),
    ),
  definitions: (all) =>
    make(
      'dl',
      {},
      ...all.flatMap(([{ hint }, { caption, holds }]) => [
        make('dt', {}, ...caption.childNodes),
        ...holds.map((one) => make('dd', {}, one)),
        ...(hint ? [make('dd', {}, hint)] : []),
      ]),
    ),
  table: (all) =>
    make(
      'table',
      {},
      make(
        'tbody',
        {},
        ...all.map(([{ hint = '' }, { caption, holds }]) =>
          make(
            'tr',
            {},
            make('th', { scope: 'row', width: '500', align: 'left' }, ...caption.childNodes),
            make('td', {}, ...holds),
            make('td', {}, hint),
          ),
        ),
      ),
    ),
  live: (all) =>
    make(
      'section',
      {},
      ...all.map(([{ hint }, { caption, holds }]) =>
        block(
          'display:flex',
          'gap:8px',
          'margin:8px',
        )(make('div', {}, caption, ...(hint ? [make('div', {}, hint)] : [])), make('div', {}, ...holds)),
      ),
    ),
  mirrored: (all) =>
    block(
      'display:grid',
      'grid-template-columns:400px 1fr',
      'gap:8px',
    )(...all.flatMap(([, { caption, holds }]) => [caption, holds.length === 1 ? (holds[0] ?? '') : make('div', {}, ...holds)])),
};

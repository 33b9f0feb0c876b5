import { expect, test } from 'vitest';
import { glanceAt } from './glance.ts';

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

const row = (index: number) => `<tr><td>row ${index}</td><td><button>Delete</button></td></tr>`;
const wordsOf = (root: Element) => glanceAt(root).texts.map(({ nodeValue }) => nodeValue?.trim());

test('of a long list the first rows and the last are read, and all that stands around it', () => {
  const body = page(
    `<h1>Title</h1><table><tbody>${Array.from({ length: 1_000 }, (_, index) => row(index)).join('')}</tbody></table><p>Footer</p>`,
  );
  const { elements } = glanceAt(body);
  expect(elements.filter(({ localName }) => localName === 'tr')).toHaveLength(51);
  const words = wordsOf(body);
  expect(words).toContain('Title');
  expect(words).toContain('row 49');
  expect(words).not.toContain('row 50');
  expect(words).toContain('row 999');
  expect(words).toContain('Footer');
});

test('what is of another kind is read wherever it stands among many', () => {
  const items = Array.from({ length: 120 }, (_, index) => `<div>card ${index}</div>`);
  items.splice(100, 0, '<h2>Pending invitations</h2>');
  const words = wordsOf(page(items.join('')));
  expect(words).toContain('Pending invitations');
  // A new list begins behind it.
  expect(words).toContain('card 101');
  expect(words).not.toContain('card 80');
});

test('what nobody reads, and what is ours, is left out; the order is the page’s', () => {
  const body = page(
    '<script>code</script><style>css</style><p>one <b>two</b> three</p><span data-sourcemark="badge">ours<i>ours</i></span><p>four</p>',
  );
  expect(wordsOf(body)).toEqual(['one', 'two', 'three', 'four']);
});

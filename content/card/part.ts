/** An element of ours with words in it: names come from strangers, and are text whatever they look like. */
export function part<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, words = '', className = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = words;
  if (className) element.className = className;
  return element;
}

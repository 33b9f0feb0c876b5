/** What the worker tells a tab whose host it may no longer touch: the content script there ends, with all that it has put into the page. */
export const leave = { type: 'page.leave' } as const;

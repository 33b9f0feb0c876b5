/** Firefox ends our scripts without a word when the extension is switched off or removed, and nothing of ours could take itself out of the
 *  page. So there nothing of ours is seen by its own style: the style sheet that shows it (`background/inject.ts`) is the browser's to take
 *  away, and goes with the extension. What begins a rule for `:host`, after `all`. */
export const unseen = import.meta.env.FIREFOX ? 'display:none!important;' : '';

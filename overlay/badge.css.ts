/** In Firefox it is the browser's style sheet that shows it, which goes with the extension (`background/inject.ts`). */
const seen = import.meta.env.FIREFOX ? '' : ':host([data-posed]){visibility:visible!important}';

/** The looks of a mark. The host is a float of the pill's size whose margins take that size back: it opens no line, moves nothing, is as wide
 *  as nothing to a table's columns, and scrolls with its row, over which it is moved. It is contained: what changes inside of it, an age each
 *  second, costs a table of thousands of rows less. The rules on `:host` are important, since a page's
 *  rules for its own `span`s would win otherwise. */
export const badgeStyle = `:host{all:initial!important;float:left!important;position:relative!important;z-index:1!important;box-sizing:border-box!important;
width:var(--w)!important;height:18px!important;margin:0 calc(-1*var(--w)) -18px 0!important;visibility:hidden!important;
contain:layout size!important;transform:translate(var(--x,0),var(--y,0))!important}
${seen}
:host(:focus-visible) b{outline:2px solid #6366f1;outline-offset:1px}
:host([role=button]){cursor:pointer!important}
b{all:unset;width:var(--w);display:flex;align-items:center;gap:4px;box-sizing:border-box;height:18px;padding:0 7px 0 5px;
border:1px solid #c7d2fe;border-radius:9px;background:#eef2ff;color:#3730a3;font:500 11px/16px system-ui,sans-serif;font-variant-numeric:tabular-nums;
white-space:nowrap}
svg{flex:none;width:10px;height:10px;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round}
u,i{text-decoration:none;font-style:normal}
i,.short u{display:none}.short i{display:block}
.icon{padding:0 3px}.icon u,.icon i{display:none}
.alert{border-color:#fcd34d;background:#fffbeb;color:#92400e}
.quiet{border-color:#d4d4d8;background:#fafafa;color:#52525b}
.dark{border-color:#4f46e5;background:#26235a;color:#dfe3ff}
.dark.alert{border-color:#b45309;background:#3f2a08;color:#fde68a}
.dark.quiet{border-color:#52525b;background:#27272a;color:#d4d4d8}
@media(forced-colors:active){b{border-color:CanvasText;background:Canvas;color:CanvasText}:host(:focus-visible) b{outline-color:Highlight}}
@media print{b{border-color:#000;background:#fff;color:#000}}`;

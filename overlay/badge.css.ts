/** The looks of a mark. Everything is laid over the page: the host is an empty inline box, so a row is as high and as wide as without it.
 *  The rules on `:host` are important, since a page's rules for its own `span`s would win otherwise. */
export const badgeStyle = `:host{all:initial!important;position:relative!important}
b{all:unset;position:absolute;left:0;top:0;z-index:1;display:flex;align-items:center;gap:4px;box-sizing:border-box;height:18px;padding:0 7px 0 5px;
border:1px solid #c7d2fe;border-radius:9px;background:#eef2ff;color:#3730a3;font:500 11px/16px system-ui,sans-serif;font-variant-numeric:tabular-nums;
white-space:nowrap;cursor:default;visibility:hidden;margin-top:-9px}
b.posed{visibility:visible}
svg{flex:none;width:10px;height:10px;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round}
u{text-decoration:none;min-width:var(--room)}
.narrow{padding:0 3px}.narrow u{display:none}
.alert{border-color:#fcd34d;background:#fffbeb;color:#92400e}
.quiet{border-color:#d4d4d8;background:#fafafa;color:#52525b}
.dark{border-color:#4f46e5;background:#26235a;color:#dfe3ff}
.dark.alert{border-color:#b45309;background:#3f2a08;color:#fde68a}
.dark.quiet{border-color:#52525b;background:#27272a;color:#d4d4d8}
:host([tabindex]) b{cursor:pointer}
:host(:focus-visible) b{outline:2px solid #6366f1;outline-offset:1px}
@media(forced-colors:active){b{border-color:CanvasText;background:Canvas;color:CanvasText}}
@media print{b{border-color:#000;background:#fff;color:#000}}`;

/** In Firefox it is the browser's style sheet that shows it, which goes with the extension (`background/inject.ts`). */
const seen = import.meta.env.FIREFOX ? '' : ':host([data-posed]){visibility:visible!important}';

/** The looks of an explanation: a small round sign over the corner of a control, out of the page's layout like a mark (`badge.css.ts`). */
export const stripStyle = `:host{all:initial!important;float:left!important;position:relative!important;z-index:1!important;width:18px!important;height:18px!important;
margin:0 -18px -18px 0!important;transform:translate(var(--x,0),var(--y,0))!important;cursor:pointer!important;visibility:hidden!important}
${seen}
:host(:focus-visible) b{outline:2px solid #6366f1;outline-offset:1px}
b{all:unset;box-sizing:border-box;display:block;width:18px;height:18px;border:1px solid #c7d2fe;border-radius:9px;background:#eef2ff;color:#3730a3;
font:600 11px/16px system-ui,sans-serif;text-align:center}
b.dark{border-color:#4f46e5;background:#26235a;color:#dfe3ff}
@media(forced-colors:active){b{border-color:ButtonText;background:ButtonFace;color:ButtonText}}
@media print{:host{display:none!important}}`;

/** The looks of an answer in a card (`overlay/card.css.ts`): a sign and a line a step. */
export const whyStyle = `b{display:block;margin-top:12px;font-weight:500}
ol{margin:6px 0 0;padding:0;list-style:none}
ol li{position:relative;padding-left:20px;margin-top:3px}
ol li::before{position:absolute;left:2px;font-weight:700;color:#56566e;content:"?" / ""}
ol li[data-state=yes]::before{content:"✓" / "";color:#15734a}ol li[data-state=no]::before{content:"✕" / "";color:#b42318}
.dark ol li::before{color:#a9a9be}.dark ol li[data-state=yes]::before{color:#5fd39a}.dark ol li[data-state=no]::before{color:#ff8f85}
.next{margin-top:8px;font-weight:600}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(forced-colors:active){ol li::before{color:CanvasText!important}}`;

/** Where nothing shows it. In Firefox it is the browser's style sheet that does, which goes with the extension (`background/inject.ts`). */
const unseen = import.meta.env.FIREFOX ? 'all' : 'print';

/** The looks of a card: our dialog's colours (`components/ui/tokens.css`), the letters of a mark, a little larger. */
export const cardStyle = `:host{all:initial!important;position:fixed!important;inset:auto!important;left:var(--x,0)!important;top:var(--y,0)!important;
box-sizing:border-box!important;width:min(var(--room,320px),calc(100vw - 16px))!important;max-height:min(var(--tall,100vh),calc(100vh - 16px))!important;overflow:auto!important;
margin:0!important;padding:12px 14px!important;z-index:2147483000!important;border:1px solid #dedeea!important;border-radius:10px!important;background:#fff!important;
color:#1a1a2a!important;font:13px/1.45 system-ui,sans-serif!important;box-shadow:0 6px 24px #0003!important;color-scheme:light!important;overflow-wrap:anywhere!important}
:host(.dark){border-color:#363648!important;background:#17171f!important;color:#ededf5!important;color-scheme:dark!important}
[hidden],dl:empty{display:none!important}
strong{display:block;font-size:14px;font-weight:600}
p{margin:2px 0 0}
.quiet,dt{color:#56566e}.dark .quiet,.dark dt{color:#a9a9be}
dl{display:grid;grid-template-columns:auto 1fr;gap:3px 12px;margin:10px 0 0}
dt,dd{margin:0}
ul{margin:10px 0 0;padding:8px 10px;border-radius:6px;background:#fff7e8;color:#8f4700;list-style:none}
.dark ul{background:#2e2412;color:#f7b955}
li+li{margin-top:4px}
a{display:inline-block;margin-top:10px;border-radius:3px;color:#4338ca;font-weight:500;text-underline-offset:2px}.dark a{color:#aab2ff}
:focus-visible{outline:2px solid #6366f1;outline-offset:2px}
.below label{display:block;margin-top:12px;font-weight:500}
.ask{display:flex;gap:6px;margin-top:4px}
.ask input{all:unset;flex:1;min-width:0;box-sizing:border-box;padding:4px 8px;border:1px solid #84849c;border-radius:6px;cursor:text}
.ask input::placeholder{color:#56566e}.dark .ask input::placeholder{color:#a9a9be}
.ask button{all:unset;padding:4px 10px;border:1px solid #84849c;border-radius:6px;font-weight:500;cursor:pointer}
.ask :focus-visible{outline:2px solid #6366f1;outline-offset:1px}
.acts{display:flex;flex-wrap:wrap;gap:6px;margin-top:10px}
.acts button{all:unset;padding:2px 9px;border:1px solid #84849c;border-radius:11px;font-size:12px;cursor:pointer}
.acts button[aria-pressed=true]{border-color:#4f46e5;background:#eef0ff;color:#4338ca}
.dark .acts button[aria-pressed=true]{border-color:#8b93ff;background:#25264a;color:#aab2ff}
.acts button:focus-visible,.rows button:focus-visible{outline:2px solid #6366f1;outline-offset:1px}
.rows{margin:8px -6px 0;padding:0;background:none!important;color:inherit!important}
.rows li+li{margin:0}
.rows button{all:unset;display:block;box-sizing:border-box;width:100%;padding:4px 6px;border-radius:6px;cursor:pointer}
.rows button:hover{background:#8882}
.rows small{display:block;font-size:12px}
@media(forced-colors:active){:host{border-color:CanvasText!important;background:Canvas!important;color:CanvasText!important}
.quiet,dt,ul{color:CanvasText}ul:not(.rows){border:1px solid CanvasText;background:Canvas}a{color:LinkText}
.acts button[aria-pressed=true]{border-color:Highlight;background:Highlight;color:HighlightText;forced-color-adjust:none}}
@media ${unseen}{:host{display:none!important}}`;

/** Where nothing shows it. In Firefox it is the browser's style sheet that does, which goes with the extension (`background/inject.ts`). */
const unseen = import.meta.env.FIREFOX ? 'all' : 'print';

export const noticeStyle = `:host{all:initial!important;position:fixed!important;inset:16px 16px auto auto!important;box-sizing:border-box!important;
width:min(360px,calc(100vw - 32px))!important;padding:12px 40px 12px 14px!important;z-index:2147483000!important;color-scheme:light!important;
border:1px solid light-dark(#c7d2fe,#4f46e5)!important;border-radius:10px!important;background:light-dark(#fff,#1e1b2e)!important;
color:light-dark(#27272a,#e4e4e7)!important;font:13px/1.45 system-ui,sans-serif!important;box-shadow:0 6px 24px #0003!important;overflow:visible!important}
:host(.dark){color-scheme:dark!important}
:host::before{content:"";position:absolute;left:0;top:10px;bottom:10px;width:3px;border-radius:3px;background:#6366f1}
strong{display:block;font-weight:600}p{margin:4px 0 0}
button{all:unset;position:absolute;top:8px;right:8px;width:24px;height:24px;border-radius:6px;text-align:center;line-height:24px;cursor:pointer}
button:hover{background:#8883}button:focus-visible{outline:2px solid #6366f1}
@media ${unseen}{:host{display:none!important}}`;

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { frameDocuments } from './bundle.ts';
import { states } from './states.ts';

/** Serves the gallery on loopback: `/` lists every state, `/frame?state=N` is one. Gives its address. @param port 0 takes a free one. */
export async function serveGallery(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const frames = await frameDocuments();
  const page = listOf();
  const server = createServer(({ url = '/' }, response) => {
    const query = URL.parse(url, 'http://gallery')?.searchParams;
    const asked = query?.get('scheme');
    const state = states[Number(query?.get('state'))];
    const frame = (state && frames.get(state.surface)) ?? '';
    const drawn = asked === 'dark' || asked === 'light' ? inScheme(frame, asked) : frame;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(url.startsWith('/frame') ? drawn : page);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.on('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** The document as it looks for whoever prefers that, whatever the browser does. */
function inScheme(frame: string, scheme: 'light' | 'dark'): string {
  return frame.replaceAll(/color-scheme: ?light dark/g, `color-scheme: ${scheme}`);
}

function listOf(): string {
  const drawn = states.map(
    ({ surface, name }, nth) =>
      `<section><h2>${surface}: ${name}</h2><iframe loading="lazy" title="${surface}: ${name}" src="/frame?scheme=light&state=${nth}"></iframe></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sourcemark gallery</title>
<style>:root{--wide:360px}body{font:16px system-ui;margin:1rem}form{position:sticky;top:0;padding:.5rem 0;background:Canvas;display:flex;gap:2rem}
section{display:inline-block;margin:0 1rem 2rem 0;vertical-align:top;max-width:100%}h2{font-size:1rem}iframe{width:var(--wide);height:640px;max-width:100%;border:1px solid;resize:both}</style>
<h1>Sourcemark gallery</h1>
<form><label>Width <input type="range" min="320" max="1200" step="10" value="360" name="wide"></label><label><input type="checkbox" name="dark"> Dark</label></form>
${drawn.join('\n')}
<script>const {wide,dark}=document.forms[0];
wide.oninput=()=>document.documentElement.style.setProperty('--wide',wide.value+'px');
dark.onchange=()=>{for(const one of document.querySelectorAll('iframe'))one.src=one.src.replace(/scheme=\\w+/,'scheme='+(dark.checked?'dark':'light'))};</script>`;
}

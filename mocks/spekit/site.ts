// mocks/spekit/ is a replica of Spekit's web app: one React shell for every path, in two renderings, over the companion's real data.
// What may enter: the server of the shell and its JSON API, and under app/ the single-page app. Nothing here knows of Sourcemark,
// and the admin token never leaves this process.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRendering, type Rendering, renderings } from './app/renderings.ts';
import { type Assets, bundleApp } from './bundle.ts';
import { createApi } from './pass-on.ts';

export interface SpekitSiteOptions {
  /** Origin of a running companion, e.g. `http://127.0.0.1:4680`: what the replica shows and changes. */
  companionUrl: string;
  adminToken: string;
}

/** Spekit's web app (`?rendering=current|older`, kept in a cookie) and its same-origin API under `/api/`.
 *  Bundles the app once, at start; throws what esbuild says where that fails. */
export async function createSpekitSite(
  options: SpekitSiteOptions,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const assets = await bundleApp();
  const api = createApi(options);
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'https://app.spekit.co');
    if (url.pathname.startsWith('/api/')) await api(url, request, response);
    else if (url.pathname.startsWith('/static/')) answerAsset(assets, url.pathname, response);
    else if (request.method === 'GET' || request.method === 'HEAD') answerShell(url, request, response);
    else response.writeHead(405, { allow: 'GET, HEAD' }).end();
  };
}

function answerAsset(assets: Assets, path: string, response: ServerResponse): void {
  const asset = assets.get(path);
  if (asset === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  else response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache' }).end(asset.text);
}

/** The same shell for every path, unknown ones included: the app's router decides what a path shows. */
function answerShell(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const asked = url.searchParams.get('rendering');
  const chosen = isRendering(asked) ? asked : null;
  const kept = renderings.find((one) => request.headers.cookie?.split(/;\s*/).includes(`rendering=${one}`));
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    ...(chosen === null ? {} : { 'set-cookie': `rendering=${chosen}; Path=/; SameSite=Lax` }),
  });
  response.end(shell(chosen ?? kept ?? 'current'));
}

function shell(rendering: Rendering): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spekit</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/${rendering}.css">
<script type="module" src="/static/${rendering}.js"></script>
</head>
<body>
<noscript>You need to enable JavaScript to run this app.</noscript>
<div id="root"></div>
</body>
</html>
`;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAct, perform } from './actions.ts';
import { bundleConsole } from './bundle.ts';
import { NotPossible, type OktaOrg } from './org.ts';

const renderings = ['classic', 'redesign'] as const;
type Rendering = (typeof renderings)[number];

const consolePage =
  /^\/admin(\/(dashboard|users|user\/profile\/view\/[^/]+|groups|group\/[^/]+|apps\/active|app\/[^/]+\/instance\/[^/]+))?\/?$/;
const bodyLimit = 256 * 1024;

/** The org's admin console: its pages in two renderings (`?rendering=classic|redesign`, kept in a cookie) and their JSON API. */
export async function createOktaSite(org: OktaOrg): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const assets = await bundleConsole();
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'https://acme-admin.okta.com');
    const asset = assets.get(url.pathname);
    if (asset !== undefined) {
      response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache' }).end(asset.text);
    } else if (url.pathname === '/api/playground/console') answerView(org, request, response);
    else if (url.pathname.startsWith('/api/playground/')) await answerAct(org, url.pathname.slice(16), request, response);
    else if (url.pathname === '/') response.writeHead(302, { location: '/admin/dashboard' }).end();
    else answerPage(url, request, response);
  };
}

function answerView(org: OktaOrg, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${org.version}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else json(response, 200, org.view(), { etag });
}

async function answerAct(org: OktaOrg, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const site = request.headers['sec-fetch-site'];
  const own = site === undefined || site === 'same-origin';
  if (request.method !== 'POST' || !own || !isAct(name)) {
    json(response, isAct(name) ? 403 : 404, { error: 'The console does not offer that.' });
    return;
  }
  try {
    const input: unknown = JSON.parse(await readBody(request));
    json(response, 200, await perform(org, name, input));
  } catch (error) {
    if (!(error instanceof NotPossible) && !(error instanceof SyntaxError)) throw error;
    json(response, 400, { error: error.message });
  }
}

function answerPage(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const asked = renderings.find((one) => one === url.searchParams.get('rendering'));
  const rendering = asked ?? renderings.find((one) => request.headers.cookie?.includes(`rendering=${one}`)) ?? 'classic';
  const known = consolePage.test(url.pathname);
  response.writeHead(known ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    ...(asked === undefined ? {} : { 'set-cookie': `rendering=${asked}; Path=/; SameSite=Lax` }),
  });
  response.end(shell(rendering));
}

/** Both shells carry what every page of the console carries; the rest is built by the script, in stages. */
function shell(rendering: Rendering): string {
  const body =
    rendering === 'classic'
      ? '<span id="_xsrfToken" class="hide">c0ffee5e55104acme</span><div id="container"></div>'
      : '<div id="root"></div>';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Acme - Admin</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/${rendering}.css">
<script type="module" src="/assets/${rendering}.js"></script>
</head>
<body>${body}</body>
</html>
`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > bodyLimit) throw new NotPossible('That is too much at once.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', ...headers });
  response.end(JSON.stringify(body));
}

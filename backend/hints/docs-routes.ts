import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const mediaTypes = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sourcemark companion: hints API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="page"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/open.js"></script>
</body>
</html>
`;
const script = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#page', deepLinking: true });\n`;

/** Its own files and its own origin; it sets styles in elements, and draws with images in its style sheet. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'";

/** The hints API's OpenAPI document as a page to read and to try, at `/docs`. Nothing is loaded from elsewhere, and nothing before
 *  somebody opens it. It knows no token; who tries an operation gives one to the page. */
export function registerDocs(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('content-security-policy', policy);
    done();
  });
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/open.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  for (const [file, mediaType] of Object.entries(mediaTypes)) {
    app.get(`/${file}`, async (_request, reply) => {
      const content = await readFile(new URL(file, import.meta.resolve('swagger-ui-dist/package.json')));
      return reply.type(mediaType).header('cache-control', 'max-age=86400').send(content);
    });
  }
}

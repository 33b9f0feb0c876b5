// `npm run gallery`: every state of every surface, to be looked at in any browser. SOURCEMARK_GALLERY_PORT is 4690 unless set.
import { stop } from 'esbuild';
import { serveGallery } from './server.ts';

const port = Number(process.env['SOURCEMARK_GALLERY_PORT'] ?? '4690');
try {
  const { url, close } = await serveGallery(port);
  await stop();
  console.log(`The gallery is at ${url} (Ctrl+C ends it).`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => process.exit(0)));
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(inUse ? `Port ${port} is in use. Set SOURCEMARK_GALLERY_PORT to another one.` : error);
  process.exit(1);
}

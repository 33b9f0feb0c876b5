import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds the release once where no build is there. `npm test` builds before, so that the newest state is looked at. */
export default function buildWhenMissing(): void {
  for (const browser of ['chrome', 'firefox']) {
    if (existsSync(`${root}.output/${browser}-mv3/manifest.json`)) continue;
    const done = spawnSync('wxt', ['build', '-b', browser], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    if (done.status !== 0)
      throw new Error(`The build for ${browser} failed. Run \`npm run build\` to see why.\n${done.stdout}${done.stderr}`);
  }
}

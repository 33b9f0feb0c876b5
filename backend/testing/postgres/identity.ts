import { spawnSync } from 'node:child_process';

/** Whom a server runs as. Empty: as we do. */
export type Identity = { uid: number; gid: number } | { uid?: undefined; gid?: undefined };

/** PostgreSQL refuses to run as root: then its own user is taken, or nobody. */
export function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  return {};
}

function idOf(kind: '-u' | '-g', user: string): number | null {
  const { status, stdout } = spawnSync('id', [kind, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : null;
}

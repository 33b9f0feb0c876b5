import type { Companion } from './companion.ts';
import { Program } from './program.ts';

/** Starts a playground on a free port beside a companion. Gives the program, and its port once it listens.
 *  @param flavour How the Okta stand-in updates: PUT as Spekit's own app does, PATCH as apps of Okta's catalog do.
 *  @param connection Where an empty companion's account is left. */
export async function startPlayground(
  companion: Companion,
  flavour: 'put' | 'patch',
  connection: 'connected' | 'staging' = 'connected',
): Promise<{ program: Program; port: number }> {
  const program = new Program('mocks/playground/main.ts', {
    SOURCEMARK_PORT: String(companion.port),
    SOURCEMARK_SCIM_TOKEN: companion.scimToken,
    SOURCEMARK_ADMIN_TOKEN: companion.adminToken,
    SOURCEMARK_PLAYGROUND_PORT: '0',
    SOURCEMARK_PLAYGROUND_STATE: `${companion.folder}/playground.json`,
    SOURCEMARK_PLAYGROUND_FLAVOUR: flavour,
    SOURCEMARK_PLAYGROUND_CONNECTION: connection,
  });
  const [, port] = await program.said(/https:\/\/localhost:(\d+)/);
  return { program, port: Number(port) };
}

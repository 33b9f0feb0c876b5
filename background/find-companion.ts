/** Where a companion listens unless it was told otherwise. */
const usual = 'http://127.0.0.1:4680';
const patience = 1_500;

/** The address of a companion on this machine; null where none answers at the usual one. */
export async function findCompanion(): Promise<string | null> {
  return (await isCompanion(usual)) ? usual : null;
}

/** Whether a companion answers there. It is known by how it asks for a token (RFC 6750 §3): anything else may listen there as well. */
export async function isCompanion(address: string): Promise<boolean> {
  try {
    const { status, headers } = await fetch(`${address.replace(/\/+$/, '')}/api/v1/status`, {
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    return status === 401 && /realm="Sourcemark"/.test(headers.get('www-authenticate') ?? '');
  } catch {
    return false;
  }
}

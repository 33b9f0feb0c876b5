import { generate } from 'selfsigned';

/** The names that the playground answers to. Those under `.localhost` reach loopback in every browser without mapping hosts. */
export const hosts = {
  okta: ['acme-admin.okta.com', 'acme-admin.okta.localhost'],
  spekit: ['app.spekit.co', 'app.spekit.localhost'],
} as const;

/** A certificate of this run alone: made at start, kept in memory, gone with the process. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const names = [...hosts.okta, ...hosts.spekit, 'localhost'];
  const made = await generate([{ name: 'commonName', value: 'Sourcemark playground' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

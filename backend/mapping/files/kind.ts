import { type FileCode, FileRefused } from './refused.ts';

/** What a file is, by its first bytes: people rename files, and programs name web pages `.xls`. Throws FileRefused for all but two kinds. */
export function kindOf(bytes: Uint8Array, name: string): 'workbook' | 'text' {
  const extension = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const foreign = foreignKind(bytes);
  if (foreign !== null) throw new FileRefused(foreign, { name });
  if (/^(?:xlsm|xltm|xlam|xla)$/.test(extension)) throw new FileRefused('macros', { name });
  const kind = startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06') ? 'workbook' : 'text';
  if (kind === 'text' && /^(?:xls|xlsx|xlsb|xltx|ods|zip)$/.test(extension)) throw new FileRefused('not-a-workbook', { name });
  if (kind === 'workbook' && /^(?:csv|tsv|txt)$/.test(extension)) throw new FileRefused('not-text', { name });
  return kind;
}

const magic: readonly (readonly [start: string, code: FileCode])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['RIFF', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['\x1f\x8b', 'archive'],
  ["7z\xbc\xaf'\x1c", 'archive'],
  ['Rar!', 'archive'],
  ['{\\rtf', 'not-a-workbook'],
];

function foreignKind(bytes: Uint8Array): FileCode | null {
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return isEncrypted(bytes) ? 'encrypted' : 'xls';
  const found = magic.find(([start]) => startsWith(bytes, start));
  if (found) return found[1];
  const opening = Buffer.from(bytes.subarray(0, 1_024))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (/^\s*<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(opening)) return 'html';
  return /^\s*<\?xml\b/i.test(opening) ? (/<html\b/i.test(opening) ? 'html' : 'not-a-workbook') : null;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return bytes.length >= start.length && [...start].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** Office keeps an encrypted workbook as a stream of this name in the container that `.xls` files are ([MS-OFFCRYPTO] 2.3.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

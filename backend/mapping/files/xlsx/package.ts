import { posix } from 'node:path';
import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { type Entry, readDirectory } from '../zip/directory.ts';
import { inflated } from '../zip/inflate.ts';
import { refuseByContentTypes, refuseByNames } from './refuse-parts.ts';
import { readWholeXml } from './xml.ts';

/** How one part of a package names another (ECMA-376-2 §6.5). */
export interface Relationship {
  id: string;
  /** The last word of its type: `worksheet`, `hyperlink`; strict and transitional workbooks differ in what is before it. */
  type: string;
  /** Path of a part, or an address where `external`. */
  target: string;
  external: boolean;
}

/** A workbook's parts. */
export interface Package {
  entries: readonly Entry[];
  /** By name, in any case. */
  find(name: string): Entry | undefined;
  /** Bytes of a part, a piece at a time. Throws FileRefused where there is no such part. */
  read(name: string): AsyncGenerator<Uint8Array>;
  /** Of the package itself with ''. */
  relationships(part: string): Promise<Relationship[]>;
}

/** Opens a workbook: its directory is looked through, and it is refused where it holds what runs, or leads out of it. Throws FileRefused. */
export async function openPackage(bytes: Uint8Array, limits: Limits): Promise<Package> {
  const entries = readDirectory(bytes, limits);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (name: string) => byName.get(name.toLowerCase());
  const read = (name: string) => {
    const entry = find(name);
    if (entry === undefined) throw new FileRefused('broken-part', { part: name });
    return inflated(bytes, entry);
  };
  const opened: Package = { entries, find, read, relationships: (part) => relationshipsOf(opened, part) };
  refuseByNames(entries.map(({ name }) => name));
  await refuseByContentTypes(opened);
  await refuseWhatLeadsOut(opened);
  return opened;
}

async function relationshipsOf({ find, read }: Package, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const own = posix.join(part === '' ? '' : folder, '_rels', `${posix.basename(part)}.rels`);
  if (find(own) === undefined) return [];
  const found: Relationship[] = [];
  await readWholeXml(own, read(own), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      // From the root, or beside the part that names it.
      const path = target.startsWith('/') ? posix.normalize(target).slice(1) : posix.join(part === '' ? '' : folder, target);
      found.push({ id: attributes['Id'] ?? '', type, target: external ? target : path, external });
    },
  });
  return found;
}

/** A link that a person may follow is text. All else that is outside is fetched by whoever opens the workbook. */
async function refuseWhatLeadsOut(opened: Package): Promise<void> {
  for (const { name } of opened.entries) {
    const found = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
    if (found === null) continue;
    const relationships = await relationshipsOf(opened, `${found[1]}${found[2]}`);
    if (relationships.some(({ external, type }) => external && type !== 'hyperlink'))
      throw new FileRefused('external-links', { part: name });
  }
}

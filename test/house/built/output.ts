import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from '../tree.ts';

export interface Manifest {
  name?: string;
  description?: string;
  default_locale?: string;
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  optional_permissions?: string[];
  content_scripts?: { js?: string[]; css?: string[]; matches?: string[]; world?: string }[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
  content_security_policy?: unknown;
  icons?: Record<string, string>;
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { required?: string[]; optional?: string[] } } };
  action?: { default_popup?: string };
}

export const browsers = ['chrome', 'firefox'] as const;

export function manifestOf(browser: (typeof browsers)[number]): Manifest {
  return JSON.parse(read(browser, 'manifest.json'));
}

export function read(browser: string, file: string): string {
  return readFileSync(`${root}.output/${browser}-mv3/${file}`, 'utf8');
}

export function isBuilt(browser: string, file: string): boolean {
  return existsSync(`${root}.output/${browser}-mv3/${file}`);
}

/** Bytes of a text as a store's package carries it. */
export function gzipSize(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

import { describe, expect, test } from 'vitest';
import { text } from '../tree.ts';
import { browsers, isBuilt, manifestOf } from './output.ts';

const document = text('docs/permissions.md');

function documented(heading: string): string[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \| .{10,} \|$/gm)].map(([, name]) => name ?? '').sort();
}

describe.each(browsers)('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  test('asks for what docs/permissions.md gives a reason for, and nothing else', () => {
    expect([...(manifest.permissions ?? [])].sort()).toEqual(documented('APIs'));
    expect([...(manifest.host_permissions ?? [])].sort()).toEqual(documented('Hosts at install'));
    expect([...(manifest.optional_host_permissions ?? [])].sort()).toEqual(documented('Hosts asked for later'));
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  test('runs content scripts on hosts of the install alone, in the isolated world', () => {
    const scripts = manifest.content_scripts ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    const allowed = documented('Hosts at install');
    const elsewhere = scripts
      .flatMap((script) => script.matches ?? [])
      .filter((match) => !allowed.includes(match.replace(/(:\/\/[^/]+)\/.*$/, '$1/*')));
    expect(elsewhere).toEqual([]);
    expect(scripts.filter((script) => script.world === 'MAIN')).toEqual([]);
  });

  test('opens no door to pages: nothing is web-accessible, and no page may connect', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('names only files that were built', () => {
    const named = [
      ...(manifest.content_scripts ?? []).flatMap((script) => [...(script.js ?? []), ...(script.css ?? [])]),
      ...Object.values(manifest.icons ?? {}),
    ];
    expect(named.filter((file) => !isBuilt(browser, file))).toEqual([]);
    expect(Object.keys(manifest.icons ?? {})).toEqual(expect.arrayContaining(['16', '48', '128']));
  });
});

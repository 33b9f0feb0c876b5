import { describe, expect, test } from 'vitest';
import { messageName } from '../../../locales/message-name.ts';
import { catalog, languages } from '../../../scripts/locales/catalogs.ts';
import { text } from '../tree.ts';
import { browsers, isBuilt, manifestOf, read } from './output.ts';

const document = text('docs/permissions.md');

/** What docs/permissions.md gives a reason for, but for what it says is for another browser only. */
function documented(heading: string, browser = ''): string[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines = [...section.matchAll(/^\| `([^`]+)` \| (.{10,}) \|$/gm)];
  return lines.flatMap(([, name = '', why = '']) => (browser === 'firefox' && why.startsWith('Chrome only:') ? [] : [name])).sort();
}

describe.each(browsers)('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  test('asks for what docs/permissions.md gives a reason for, and nothing else', () => {
    expect([...(manifest.permissions ?? [])].sort()).toEqual(documented('APIs', browser));
    expect([...(manifest.host_permissions ?? [])].sort()).toEqual(documented('Hosts at install'));
    expect([...(manifest.optional_host_permissions ?? [])].sort()).toEqual(documented('Hosts asked for later'));
    expect([...(manifest.optional_permissions ?? [])].sort()).toEqual(documented('APIs asked for later'));
  });

  test('says to Firefox what data leaves the browser, as docs/permissions.md does', () => {
    const said = manifest.browser_specific_settings?.gecko?.data_collection_permissions;
    expect(said).toEqual(browser === 'firefox' ? { required: documented('Data that leaves the browser') } : undefined);
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

  test('has every word of every language, under names that the browser takes, and is named in it', () => {
    expect([manifest.default_locale, manifest.name, manifest.description]).toEqual([
      'en',
      '__MSG_extension_name__',
      '__MSG_extension_description__',
    ]);
    for (const language of languages) {
      const built = JSON.parse(read(browser, `_locales/${language}/messages.json`));
      const words = [...catalog(language)].map(([key, message]) => [messageName(key), { message }]);
      expect(built).toEqual(Object.fromEntries(words));
    }
  });

  test('names only files that were built', () => {
    const named = [
      ...(manifest.content_scripts ?? []).flatMap((script) => [...(script.js ?? []), ...(script.css ?? [])]),
      ...Object.values(manifest.icons ?? {}),
    ];
    expect(named.filter((file) => !isBuilt(browser, file))).toEqual([]);
    expect(Object.keys(manifest.icons ?? {})).toEqual(expect.arrayContaining(['16', '32', '48', '96', '128']));
  });
});

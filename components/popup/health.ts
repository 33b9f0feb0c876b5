import type { ReportedPage } from './page.ts';

/** What a page was read by, as a report for whoever mends a declaration: ids of declarations and counts. No name, no address and no id of the
 *  page's is in it: of where it was seen only which app's it is. `release`: the extension's. `now` in ms since 1970. */
export function healthReport(page: ReportedPage, release: string, browser: string, now: number): string {
  const { page: id, managed, missing, by = {} } = page;
  const app = new URL(page.url).host.includes('spekit') ? 'spekit' : 'okta';
  return JSON.stringify({ sourcemark: release, browser, at: new Date(now).toISOString(), app, page: id, managed, missing, by }, null, 2);
}

import { expect, test } from '@playwright/test';
import { badges, change, okta, openHostPage, user } from '../test/parts/session-page.ts';

const app = `${okta}/admin/app/acme_spekit_1/instance/0oa1gjh63g214q0Hq0g4/`;

test('Provision User is waited for in the person’s own row, however the row is built, and not while Okta shows an error there', async ({
  page,
}) => {
  await page.clock.install();
  const html = `<main><h1>Spekit</h1><div role="tab" aria-selected="true">Assignments</div><button>Assign to People</button>
    <div role="list"><div role="listitem"><span role="img" aria-label="Error">!</span> new@acme.example <button>Provision User</button></div><div role="listitem">old@acme.example</div></div></main>`;
  const script = `const [row] = document.querySelectorAll('[role=listitem]'); row.querySelector('button').onclick = () => { for (const old of row.querySelectorAll('span,button')) if (!old.dataset.sourcemark) old.remove(); };`;
  await openHostPage(page, `${app}#tab-assignments`, { html, script }, { facts: [] });
  const mark = (email: string) => badges(page.getByRole('listitem').filter({ hasText: email }));
  await page.clock.runFor(1_000);
  await expect(mark('new@acme.example')).toHaveAccessibleName(/^Not known to Sourcemark/);
  await page.getByRole('button', { name: 'Provision User' }).click();
  await page.clock.runFor(2_000);
  await expect(mark('new@acme.example')).toHaveAccessibleName(/^Waiting for sync, \d s so far/);
  await expect(mark('old@acme.example')).toHaveAccessibleName(/^Not known to Sourcemark/);
  await change(page, { facts: [user('new@acme.example')] });
  await page.clock.runFor(3_000);
  await expect(mark('new@acme.example')).toHaveAccessibleName(/^Seen in Spekit\. Managed by Okta/);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { controlWording, locatorsOf, templateOf } from './describe.ts';
import { find } from './find.ts';

function page(html: string): void {
  document.body.innerHTML = html;
}
const at = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`Nothing is ${selector}.`);
  return found;
};

describe('an address', () => {
  test.each([
    ['/admin/group/00g1emaKYZTWRYYRRTSK', '/admin/group/{groupId}'],
    ['/admin/user/profile/view/00u1emaKYZTWRYYRRTSK#tab-groups', '/admin/user/profile/view/{externalId}'],
    ['/admin/app/acme_spekit_1/instance/0oa1gjh63g214q0Hq0g4/', '/admin/app/acme_spekit_1/instance/{instanceId}/'],
    ['/teams/4711/members/12', '/teams/{id}/members/{id1}'],
    ['/u/5f2c9d1b-7a3e-4c60-8f2c-9d1b7a3e4c60', '/u/{id}'],
    ['mailto:jo@acme.example', 'mailto:{email}'],
  ])('%s is %s', (href, template) => expect(templateOf(href)).toBe(template));

  test.each(['/admin/groups', 'https://elsewhere.example/teams/1', '/admin/group/spring-boot'])('%s says of no row which it is', (href) =>
    expect(templateOf(href)).toBeNull(),
  );
});

describe('what is pointed at in a table', () => {
  beforeEach(() =>
    page(`<table><thead><tr><th colspan="1">Team (all)</th><th>What</th><th></th></tr></thead><tbody>
      ${['Sales', 'Support']
        .map(
          (name, index) =>
            `<tr><td class="css-1x"><a href="/teams/${index + 10}"><b>${name}</b></a></td><td>x</td><td><button>Remove</button></td></tr>`,
        )
        .join('')}</tbody></table>`),
  );

  test('is found again by its link, its column, or what stands beside it, and never by a class', () => {
    expect(locatorsOf(at('b'))).toEqual([{ link: '/teams/{id}' }, { column: 'Team \\(all\\)' }, { beside: 'Remove' }]);
    for (const locator of locatorsOf(at('b')))
      expect([...find(locator, [document.body])].map((one) => one.textContent)).toEqual(['Sales', 'Support']);
  });

  test('in another column it is that column alone', () => {
    expect(locatorsOf(at('td:nth-child(2)'))).toEqual([{ column: 'What' }]);
  });
});

test('in cards it is found by the control of its row, and where there is nothing, by nothing', () => {
  page('<ul><li><h3>Sales</h3><button aria-label="Edit">✎</button></li><li><h3>Support</h3><button aria-label="Edit">✎</button></li></ul>');
  expect(locatorsOf(at('h3'))).toEqual([{ beside: 'Edit' }]);
  page('<div class="css-9z"><span>Sales</span></div>');
  expect(locatorsOf(at('span'))).toEqual([]);
});

test('a grid that numbers its columns is read by its numbers', () => {
  page(`<div role="grid"><div role="row"><span role="columnheader" aria-colindex="2">Person</span></div>
    <div role="row"><span role="gridcell" aria-colindex="1">x</span><span role="gridcell" aria-colindex="2"><i>Jo</i></span></div></div>`);
  expect(locatorsOf(at('i'))).toEqual([{ column: 'Person' }]);
});

test.each([
  ['<button>Delete Sales</button>', 'Delete'],
  ['<button aria-label="Sales: remove">×</button>', 'remove'],
  ['<button>Delete (now)</button>', 'Delete \\(now\\)'],
  ['<button><svg></svg></button>', ''],
])('%s is called %s', (html, wording) => {
  page(html);
  expect(controlWording(at('button'), 'Sales')).toBe(wording);
});

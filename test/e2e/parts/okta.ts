import { expect, type Locator, type Page } from '@playwright/test';
import { enter } from './enter.ts';

/** What an admin does in the Okta console, by what is to be read there: it works in each rendering. */
export class OktaConsole {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openPushGroups(app = 'Spekit'): Promise<void> {
    await this.openTab('Push Groups', app);
    await expect(this.row('Sales Development')).toBeVisible();
  }

  async openAssignments(app = 'Spekit'): Promise<void> {
    await this.openTab('Assignments', app);
    await expect(this.person('priya.raman@acme.example')).toBeVisible();
  }

  /** The row, card or entry of the person with that address. */
  person(email: string): Locator {
    return this.page.getByRole('row').or(this.page.getByRole('listitem')).filter({ hasText: email });
  }

  /** The row or entry with a link of that name. */
  entry(name: string): Locator {
    return this.page
      .getByRole('row')
      .or(this.page.getByRole('listitem'))
      .filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** *Assign > Assign to People*, up to and with the form's *Save and Go Back*. */
  async assign(email: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Assign', exact: true }).click();
    await this.#choose('Assign to People');
    const dialog = this.page.getByRole('dialog', { name: /^Assign .* to People$/ });
    await dialog.getByRole('button', { name: `(${email})` }).click();
    await dialog.getByRole('button', { name: 'Save and Go Back' }).click();
    await expect(dialog.getByRole('listitem').or(dialog.getByRole('row')).filter({ hasText: email })).toContainText('Assigned');
    await dialog.getByRole('button', { name: 'Done' }).click();
  }

  /** *Provisioning > To App > Create Users* of the app whose page is open, without the way there: by the console's own request. */
  async createUsers(on: boolean): Promise<void> {
    const [, appId] = /\/instance\/(\w+)/.exec(this.page.url()) ?? [];
    const change = { toApp: { create: on, update: true, deactivate: true } };
    await this.page.evaluate(
      (body) => fetch('/api/playground/change-app', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      JSON.stringify({ appId, change }),
    );
  }

  /** Opens the dialog behind a person's ✕. */
  async openUnassign(email: string): Promise<Locator> {
    await this.person(email)
      .getByRole('button', { name: /^Unassign/ })
      .click();
    const dialog = this.page.getByRole('dialog', { name: 'Unassign User' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** *Push Groups > Find groups by name*, up to and with *Save*. */
  async push(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Push Groups', exact: true }).click();
    await this.#choose('Find groups by name');
    const dialog = this.page.getByRole('dialog');
    await enter(dialog.getByRole('combobox'), name);
    await dialog.getByRole('option', { name }).first().click();
    await dialog.getByRole('button', { name: 'Save' }).click();
  }

  /** Opens *Push Groups > Find groups by rule*. */
  async openRule(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Push Groups', exact: true }).click();
    await this.#choose('Find groups by rule');
    return this.page.getByRole('dialog');
  }

  /** Opens the menu of a pushed group's status, and chooses from it. */
  async pushMenu(name: string, item: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^(Active|Inactive|Error)/ })
      .click();
    await this.#choose(item);
  }

  /** Ticks pushed groups and chooses what is done with all of them: *Bulk Edit*, or *Bulk Actions* in the later console. */
  async bulk(names: readonly string[], what: 'Activate' | 'Deactivate' | 'Delete'): Promise<void> {
    const older = this.page.getByRole('button', { name: 'Bulk Edit', exact: true });
    if ((await older.count()) > 0) await older.click();
    for (const name of names) await this.row(name).getByRole('checkbox').check();
    const menu = this.page.getByRole('button', { name: 'Bulk Actions', exact: true });
    if ((await menu.count()) === 0) return this.page.getByRole('button', { name: what, exact: true }).click();
    await menu.click();
    await this.#choose(what);
  }

  /** Opens a tab of an app. */
  async openTab(tab: string, app = 'Spekit'): Promise<void> {
    await this.#goTo('/admin/apps/active');
    await this.page.getByRole('link', { name: app, exact: true }).click();
    await this.#tab(tab);
  }

  /** *Assign > Assign to Groups*, up to and with *Done*. */
  async assignGroup(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Assign', exact: true }).click();
    await this.#choose('Assign to Groups');
    const dialog = this.page.getByRole('dialog', { name: /^Assign .* to Groups$/ });
    await dialog.getByRole('button', { name: `Assign ${name}`, exact: true }).click();
    await expect(dialog.getByRole('listitem').or(dialog.getByRole('row')).filter({ hasText: name }).first()).toContainText('Assigned');
    await dialog.getByRole('button', { name: 'Done' }).click();
  }

  /** Opens the choice of assignments to convert: behind a menu, or at once in the later console. */
  async openConvert(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Convert assignments$/i }).click();
    const item = this.page.getByRole('link', { name: 'Select assignments to convert' });
    const dialog = this.page.getByRole('dialog', { name: /^Convert/ });
    await expect(item.or(dialog)).toBeVisible();
    if (await item.isVisible()) await item.click();
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Opens the Unlink dialog of a pushed group; the radio that deletes is chosen when it opens. */
  async openUnlink(name: string): Promise<Locator> {
    await this.pushMenu(name, 'Unlink pushed group');
    const dialog = this.page.getByRole('dialog', { name: 'Unlink Pushed Group' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** *Push now* of a pushed group. */
  async pushNow(name: string): Promise<void> {
    await this.pushMenu(name, 'Push now');
  }

  /** *Actions > Delete group* on the group's page, up to and with the dialog's button. */
  async deleteGroup(): Promise<void> {
    await this.page.getByRole('button', { name: 'Actions', exact: true }).click();
    await this.#choose('Delete group');
    await this.page.getByRole('dialog', { name: 'Delete group' }).getByRole('button', { name: 'Delete group' }).click();
  }

  async openGroup(name: string): Promise<void> {
    await this.#goTo('/admin/groups');
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  async openPerson(name: string): Promise<void> {
    await this.#goTo('/admin/users');
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await expect(this.page.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  /** The *Groups* tab of a person's page that is open. A tab of that name is in the console's navigation as well, and there first. */
  async openGroupsOf(person: string): Promise<void> {
    await this.page.getByRole('heading', { name: person, exact: true }).waitFor();
    const tab = { name: 'Groups', exact: true };
    await this.page.getByRole('tab', tab).or(this.page.getByRole('link', tab)).last().click();
  }

  /** *More Actions* on the person's page, up to and with the dialog's button. */
  async changePerson(word: 'Suspend' | 'Unsuspend' | 'Deactivate' | 'Delete'): Promise<void> {
    await this.page.getByRole('button', { name: 'More Actions' }).click();
    await this.#choose(word);
    const dialog = this.page.getByRole('dialog', { name: `${word} Person` });
    await dialog.getByRole('button', { name: word }).click();
  }

  /** By its address, in front: a tab behind another one is marked when it is looked at. */
  async #goTo(path: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(`${new URL(this.page.url()).origin}${path}`);
  }

  async #tab(name: string): Promise<void> {
    await this.page
      .getByRole('tab', { name, exact: true })
      .or(this.page.getByRole('link', { name, exact: true }))
      .first()
      .click();
  }

  async #choose(item: string): Promise<void> {
    const choice = { name: item, exact: true };
    await this.page.getByRole('menuitem', choice).or(this.page.getByRole('link', choice)).first().click();
  }
}

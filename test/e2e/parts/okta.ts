import { expect, type Locator, type Page } from '@playwright/test';

/** What an admin does in the Okta console, by what is to be read there: it works in each rendering. */
export class OktaConsole {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openPushGroups(app = 'Spekit'): Promise<void> {
    await this.page.goto(`${new URL(this.page.url()).origin}/admin/apps/active`);
    await this.page.getByRole('link', { name: app, exact: true }).click();
    await this.#tab('Push Groups');
    await expect(this.row('Sales Development')).toBeVisible();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** *Push Groups > Find groups by name*, up to and with *Save*. */
  async push(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Push Groups', exact: true }).click();
    await this.#choose('Find groups by name');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(name);
    await dialog.getByRole('option', { name }).first().click();
    await dialog.getByRole('button', { name: 'Save' }).click();
  }

  /** Opens the Unlink dialog of a pushed group; the radio that deletes is chosen when it opens. */
  async openUnlink(name: string): Promise<Locator> {
    await this.row(name).getByRole('button', { name: 'Active' }).click();
    await this.#choose('Unlink pushed group');
    const dialog = this.page.getByRole('dialog', { name: 'Unlink Pushed Group' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async openGroup(name: string): Promise<void> {
    await this.page.goto(`${new URL(this.page.url()).origin}/admin/groups`);
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  async openPerson(name: string): Promise<void> {
    await this.page.goto(`${new URL(this.page.url()).origin}/admin/users`);
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await expect(this.page.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  /** *More Actions > Deactivate* on the person's page, up to and with the dialog's button. */
  async deactivate(): Promise<void> {
    await this.page.getByRole('button', { name: 'More Actions' }).click();
    await this.#choose('Deactivate');
    await this.page.getByRole('dialog', { name: 'Deactivate Person' }).getByRole('button', { name: 'Deactivate' }).click();
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

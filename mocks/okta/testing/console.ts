import { expect, type Locator, type Page } from '@playwright/test';

/** An admin in front of the console, who goes by what is to be read there: it works in each rendering. */
export class Admin {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Opens a tab of the Spekit app. */
  async openApp(tab: string): Promise<void> {
    await this.open('/admin/apps/active');
    await this.page.getByRole('link', { name: 'Spekit', exact: true }).click();
    await this.tab(tab).click();
  }

  async openPushGroups(): Promise<void> {
    await this.openApp('Push Groups');
    await this.row('Sales Development').waitFor();
  }

  tab(name: string): Locator {
    return this.#either('tab', 'link', name);
  }

  /** The row, or the list's entry, with a link of that name. */
  row(name: string): Locator {
    const link = this.page.getByRole('link', { name, exact: true });
    return this.page.getByRole('row').or(this.page.getByRole('listitem')).filter({ has: link });
  }

  /** Opens the menu of a button and chooses from it. */
  async choose(button: Locator, item: string): Promise<void> {
    await button.click();
    await this.#either('menuitem', 'link', item).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** *Find groups by name*, up to and with *Save*. */
  async push(group: string): Promise<void> {
    await this.choose(this.button('Push Groups'), 'Find groups by name');
    const dialog = this.dialog('Push groups by name');
    await dialog.getByRole('combobox').fill(group);
    await dialog.getByRole('option', { name: group }).first().click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  }

  async pushMenu(group: string, item: string): Promise<void> {
    await this.choose(this.row(group).getByRole('button', { name: /Active|Inactive|Error/ }), item);
  }

  /** Expects that the group stands there, pushed, with its name in the app and the time. */
  async expectPushed(group: string, nameInApp = group): Promise<void> {
    await expect(this.row(group).getByRole('cell').nth(1)).toHaveText(nameInApp);
    await expect(this.row(group).getByRole('cell').nth(2)).toHaveText(/\d:\d\d:\d\d [AP]M/);
    await expect(this.row(group).getByRole('button', { name: 'Active', exact: true })).toBeVisible();
  }

  #either(one: 'tab' | 'menuitem', other: 'link', name: string): Locator {
    const exact = { name, exact: true };
    return this.page.getByRole(one, exact).or(this.page.getByRole(other, exact)).first();
  }
}

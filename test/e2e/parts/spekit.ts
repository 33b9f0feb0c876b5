import { expect, type Locator, type Page } from '@playwright/test';
import { enter } from './enter.ts';

/** *Manage Teams* with its marks. */
export async function openMarkedTeams(page: Page): Promise<SpekitSettings> {
  const settings = new SpekitSettings(page);
  await settings.openTeams();
  await expect(settings.badge('Account Executives')).toBeVisible();
  return settings;
}

/** What an admin does on Spekit's settings, in the present generation of its screens. */
export class SpekitSettings {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openTeams(): Promise<void> {
    await this.#settings('Manage Teams');
  }

  async openUsers(): Promise<void> {
    await this.#settings('Manage Users');
  }

  row(words: string): Locator {
    return this.page.getByRole('row').filter({ hasText: words });
  }

  /** The mark beside a subject. */
  badge(words: string): Locator {
    return this.row(words).locator('[data-sourcemark="badge"]');
  }

  /** Opens the row's menu and chooses from it. */
  async choose(words: string, item: string): Promise<void> {
    await this.row(words).getByRole('button').last().click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('dialog', { name: 'Are you sure?' }).getByRole('button', { name: 'Yes' }).click();
  }

  async rename(words: string, to: string): Promise<void> {
    await this.choose(words, 'Rename team');
    await enter(this.page.getByLabel('Team Name'), to);
    await this.page.getByRole('button', { name: 'Rename', exact: true }).click();
  }

  async describe(words: string, description: string): Promise<void> {
    await this.choose(words, 'Edit team');
    await enter(this.page.getByLabel('Description (optional)'), description);
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(this.row(words)).toContainText(description);
  }

  async #settings(page: string): Promise<void> {
    // A tab behind another one is marked when it is looked at.
    await this.page.bringToFront();
    await this.page.getByRole('link', { name: 'Settings', exact: true }).click();
    await this.page.getByRole('link', { name: page }).click();
    await expect(this.page.getByRole('row').nth(1)).toBeVisible();
  }
}

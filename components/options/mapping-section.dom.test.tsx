import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { settings } from '../../stores/settings.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { MappingSection } from './MappingSection.tsx';

connectedPage();
afterEach(cleanup);

test('the options lead to the mapping once a companion is set', async () => {
  render(<MappingSection />);
  expect((await screen.findByRole('link', { name: /^Open the mapping/ })).getAttribute('href')).toBe('/mapping.html');
});

test('without a companion there is nothing to map', async () => {
  await settings.write((old) => ({ ...old, companionUrl: '' }));
  render(<MappingSection />);
  expect(document.body.textContent).toBe('');
});

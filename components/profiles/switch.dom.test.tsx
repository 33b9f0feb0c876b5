import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { settings } from '../../stores/settings.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Popup } from '../popup/Popup.tsx';

connectedPage();

test('in the popup the profile in use is shown where there are several, and another is chosen', async () => {
  render(<Popup />);
  await screen.findByText('Connected to 127.0.0.1:4680');
  expect(screen.queryByLabelText('Profile in use')).toBeNull();
  const europe = { id: 'eu', name: 'Europe', companionUrl: 'https://eu.example', token: 't', oktaHosts: [], oktaAppInstanceId: '' };
  await settings.write((old) => ({ ...old, profiles: [europe] }));
  await userEvent.selectOptions(await screen.findByLabelText('Profile in use'), 'Europe');
  await waitFor(async () => expect((await settings.read()).profile).toBe('eu'));
  expect(screen.getByLabelText<HTMLSelectElement>('Profile in use').value).toBe('eu');
});

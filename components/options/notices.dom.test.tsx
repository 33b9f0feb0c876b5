import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notices } from '../../stores/notices.ts';
import { NoticesSection } from './NoticesSection.tsx';

const request = vi.fn(async () => true);
beforeEach(async () => {
  request.mockReset();
  Object.assign(fakeBrowser.permissions, { request });
  await notices.write(() => ({ refusals: false }));
});
afterEach(cleanup);

const box = () => screen.findByRole<HTMLInputElement>('checkbox', { name: /Tell me when a request of Okta's is refused/ });

test('switching it on asks the browser; switching it off asks nobody', async () => {
  request.mockResolvedValue(true);
  render(<NoticesSection />);
  await userEvent.click(await box());
  expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });
  await waitFor(async () => expect((await box()).checked).toBe(true));
  await userEvent.click(await box());
  await waitFor(async () => expect(await notices.read()).toEqual({ refusals: false }));
  expect(request).toHaveBeenCalledOnce();
});

test('where the browser does not allow it, it stays off and says what to do', async () => {
  request.mockResolvedValue(false);
  render(<NoticesSection />);
  await userEvent.click(await box());
  await screen.findByText(/The browser did not allow notifications/);
  expect((await box()).checked).toBe(false);
});

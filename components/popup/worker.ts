// components/popup/ is what opens from the toolbar: how the connection stands, what was refused, "is it synced?", this page, the history.
// What may enter: a section of the popup, its styles, and what it asks of the worker. It paints from the stores first and asks afterwards.
// It never asks the companion itself: the worker is the companion's only client.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Change } from '../../contract/changes.ts';
import { sendMessage } from '../../messages/bus.ts';
import { attention, type KeptAttention, nothingFound } from '../../stores/attention.ts';
import { type Knowledge, knowledge, nothingKnown } from '../../stores/knowledge.ts';
import { managedSettings, overlay, type Settings, settings } from '../../stores/settings.ts';
import { unkept } from '../../stores/unkept.ts';

/** How often an open popup asks whether there is news, in ms. The worker answers from what it knows where it has just asked. */
const everyMs = 2_000;
const historyLength = 50;

/** What is set, with the connection of the profile in use. */
export function useConnection(): Settings {
  const saved = useStore(settings.store, (state) => state.value);
  const managed = useStore(managedSettings.store, (state) => state.value);
  return overlay(saved, managed);
}

/** Where the companion is, as `127.0.0.1:4680`; '' where none is set. */
export function useCompanionHost(): string {
  const { companionUrl } = useConnection();
  return URL.canParse(companionUrl) ? new URL(companionUrl).host : companionUrl;
}

/** What the worker last learned of the companion that is set. */
export function useKnowledge(): Knowledge {
  const known = useStore(knowledge.store, (state) => state.value);
  return useIsSet() ? known : nothingKnown;
}

/** What needs attention, as that companion said last. */
export function useAttention(): KeptAttention {
  const kept = useStore(attention.store, (state) => state.value);
  const { about } = useKnowledge();
  return about !== '' && kept.about === about ? kept : nothingFound;
}

/** Both the companion's address and its token are there. */
export function useIsSet(): boolean {
  const { companionUrl, token } = useConnection();
  return companionUrl !== '' && token !== '';
}

/** Whether the browser has no room for what the worker learns. */
export function useUnkept(): boolean {
  return useStore(unkept.store, (state) => state.value.refused);
}

/** Whether everything that the first paint needs has been read from storage (some ms after the popup has opened). */
export function useReady(): boolean {
  const known = useStore(knowledge.store, (state) => state.ready);
  const set = useStore(settings.store, (state) => state.ready);
  const managed = useStore(managedSettings.store, (state) => state.ready);
  const found = useStore(attention.store, (state) => state.ready);
  return known && set && managed && found;
}

/** Asks for freshness at once and every two seconds; the answer arrives through the store.
 *  `true`: the worker itself does not answer. */
export function useFreshness(): boolean {
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    let over = false;
    const ask = async () => {
      const after = knowledge.store.getState().value.status?.seq ?? 0;
      const heard = await sendMessage('freshness.ask', { after }).then(
        () => true,
        () => false,
      );
      if (!over) setSilent(!heard);
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  return silent;
}

/** The newest changes, asked for again whenever there are newer ones. Null until they have been answered once. */
export function useHistory(): Change[] | null {
  const { reach, status } = useKnowledge();
  const [changes, setChanges] = useState<Change[] | null>(null);
  const state = reach === 'ok' ? (status?.seq ?? 0) : -1;
  useEffect(() => {
    if (state < 0) return;
    let over = false;
    sendMessage('changes.newest', { limit: historyLength }).then(
      (answer) => over || answer.reach !== 'ok' || setChanges(answer.changes),
      // The worker's silence is told by `useFreshness`.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [state]);
  return changes;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { MappingStatus } from '../../contract/mapping.ts';
import { sendMessage } from '../../messages/bus.ts';
import type { Heard } from '../../messages/mapping.ts';
import { managedSettings, overlay, settings } from '../../stores/settings.ts';

/** How often a visible page asks, in ms. Where nothing has happened, that costs the companion a 304. */
const everyMs = 2_000;

export interface Known {
  /** The last one that was told; null until then, and of another companion. */
  status: MappingStatus | null;
  /** What came of the last request; null until the first was answered. */
  heard: Heard<MappingStatus> | null;
  /** The worker itself does not answer. */
  silent: boolean;
  /** Asks at once, after an act. */
  look: () => Promise<void>;
}

interface Told {
  /** The connection that it is of. */
  of: string;
  status: MappingStatus | null;
  heard: Heard<MappingStatus> | null;
  etag: string | null;
  silent: boolean;
}

/** How the mapping stands, as long as somebody looks. */
export function useStatus(): Known {
  const of = useConnectionName();
  const nothing: Told = { of, status: null, heard: null, etag: null, silent: false };
  const [told, setTold] = useState<Told>(nothing);
  const known = useRef<Told>(nothing);
  const asking = useRef<Promise<void> | null>(null);

  const ask = useCallback(async () => {
    const before: Told = known.current.of === of ? known.current : { of, status: null, heard: null, etag: null, silent: false };
    const heard = await sendMessage('mapping.status', { etag: before.status && before.etag }).catch(() => null);
    const now = heard === null ? { ...before, silent: true } : { ...before, ...after(heard, before), silent: false };
    known.current = now;
    setTold(now);
  }, [of]);
  const look = useCallback(async () => {
    // One that is under way may have been answered before the act.
    await asking.current;
    asking.current = ask().finally(() => {
      asking.current = null;
    });
    await asking.current;
  }, [ask]);
  useEffect(() => {
    const lookWhenSeen = () => {
      if (!document.hidden && asking.current === null) void look();
    };
    lookWhenSeen();
    const timer = setInterval(lookWhenSeen, everyMs);
    document.addEventListener('visibilitychange', lookWhenSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookWhenSeen);
    };
  }, [look]);
  const { status, heard, silent } = told.of === of ? told : nothing;
  return { status, heard, silent, look };
}

/** What an answer adds to what is known: a companion that has nothing new says no more than that. */
function after(heard: Heard<MappingStatus> & { etag: string | null }, before: Told): Pick<Told, 'heard' | 'status' | 'etag'> {
  if (heard.answer === null) return { heard, status: before.status, etag: before.etag };
  return { heard, status: heard.answer, etag: heard.etag };
}

/** Whether the token that is set may change anything; null until that is known. */
export function useMayAct(): boolean | null {
  const of = useConnectionName();
  const [role, setRole] = useState<{ of: string; mayAct: boolean } | null>(null);
  useEffect(() => {
    let over = false;
    sendMessage('tokens.list', {}).then(
      ({ reach, role }) => over || reach !== 'ok' || setRole({ of, mayAct: role !== 'viewer' }),
      // The worker's silence is told by `useStatus`.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [of]);
  return role?.of === of ? role.mayAct : null;
}

/** Another companion, or another token, is another connection. */
function useConnectionName(): string {
  const saved = useStore(settings.store, (state) => state.value);
  const managed = useStore(managedSettings.store, (state) => state.value);
  const { companionUrl, token } = overlay(saved, managed);
  return `${companionUrl} ${token}`;
}

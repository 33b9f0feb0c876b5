import type { CardContent, CardDoor, ListRequest, OpenedCard } from '../messages/card.ts';
import { createPointing } from '../overlay/pointing.ts';
import type { Stops } from '../overlay/stops.ts';
import type { Ask } from './send.ts';

/** What tells the facts behind a mark, and the list behind a strip, is a bundle of its own, brought when it is asked for first. */
export interface Cards {
  /** Opens or closes the list of a strip. Resolves to whether it is open. */
  list(request: Omit<ListRequest, 'left'>, changed: (open: boolean) => void): Promise<void>;
  close(): void;
}

/** How long the worker may take to bring it, in ms. */
const patience = 3_000;

export function createCards(stops: Stops, contentOf: (mark: Element) => CardContent | null, ask: Ask, signal: AbortSignal): Cards {
  const pointing = createPointing({
    async open(mark, gone) {
      if (!contentOf(mark)) return null;
      const door = await bring(ask);
      if (gone.aborted || !door) return null;
      return door.card({ mark, read: () => (signal.aborted ? null : contentOf(mark)), ask, left: () => pointing.close() });
    },
    nearest: stops.nearest,
    walk: stops.walk,
    stay: stops.stay,
    signal,
  });
  let listed: { strip: HTMLElement; card: OpenedCard; over(): void } | null = null;
  const closeList = () => {
    listed?.card.close();
    listed?.over();
    listed = null;
  };
  signal.addEventListener('abort', closeList);

  return {
    close: pointing.close,
    async list(request, changed) {
      const same = listed?.strip === request.strip;
      closeList();
      if (same) return;
      pointing.close();
      const door = await bring(ask);
      if (signal.aborted || !door) return;
      const card = door.list({ ...request, left: closeList });
      if (!card) return;
      listed = { strip: request.strip, card, over: () => changed(false) };
      changed(true);
      card.enter();
    },
  };
}

async function bring(ask: Ask): Promise<CardDoor | null> {
  const doors = globalThis as unknown as Record<symbol, CardDoor | undefined>;
  const symbol = Symbol.for('sourcemark.card');
  if (!doors[symbol]) await Promise.race([ask('card.inject', {}), new Promise((resolve) => setTimeout(resolve, patience))]);
  return doors[symbol] ?? null;
}

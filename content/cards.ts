import type { CardContent, CardDoor, ListRequest, OpenedCard } from '../messages/card.ts';
import { createPointing } from '../overlay/pointing.ts';
import type { Stops } from '../overlay/stops.ts';
import { bring } from './bring.ts';
import type { Ask } from './send.ts';

/** What tells the facts behind a mark, and the list behind a strip, is a bundle of its own, brought when it is asked for first. */
export interface Cards {
  /** Opens or closes the list of a strip. Resolves to whether it is open. */
  list(request: Omit<ListRequest, 'left'>, changed: (open: boolean) => void): Promise<void>;
  close(): void;
}

export function createCards(stops: Stops, contentOf: (mark: Element) => CardContent | null, ask: Ask, signal: AbortSignal): Cards {
  const door = () => bring<CardDoor>(Symbol.for('sourcemark.card'), () => ask('card.inject', {}));
  const pointing = createPointing({
    async open(mark, gone) {
      if (!contentOf(mark)) return null;
      const brought = await door();
      if (gone.aborted || !brought) return null;
      return brought.card({ mark, read: () => (signal.aborted ? null : contentOf(mark)), ask, left: () => pointing.close() });
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
      const brought = await door();
      if (signal.aborted || !brought) return;
      const card = brought.list({ ...request, left: closeList });
      if (!card) return;
      listed = { strip: request.strip, card, over: () => changed(false) };
      changed(true);
      card.enter();
    },
  };
}

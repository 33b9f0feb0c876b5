import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listOf } from '../../content/card/list.ts';
import { cardOf } from '../../content/card/open.ts';
import { type CardDoor, cardDoor } from '../../messages/card.ts';

/** Brought into a tab's isolated world when the first mark there is pointed at; the session finds the door by its symbol. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, cardDoor, { card: cardOf, list: listOf } satisfies CardDoor);
});

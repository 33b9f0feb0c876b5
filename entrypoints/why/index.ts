import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createAnswer } from '../../content/why/answer.ts';
import { type WhyDoor, whyDoor } from '../../messages/card.ts';

/** Brought into a tab's isolated world when a card first has to say why somebody is not in a team; the card finds the door by its symbol. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, whyDoor, createAnswer satisfies WhyDoor);
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sessionDoor } from '../../content/door.ts';
import { startSession } from '../../content/session.ts';

/** Brought into a tab's isolated world once a page there is recognised; the content script finds the door by its symbol. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, sessionDoor, startSession);
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDialog } from '../../components/dialog/open.tsx';
import { dialogDoor } from '../../messages/dialog.ts';

/** Injected on first use into the tab's isolated world, beside the content script, which finds the door by its symbol. */
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, dialogDoor, openDialog);
});

/** Does again, once, what a held event was about to do. `pressed`: its pointer was held down events and all, so those come again too
 *  (menus act on them). What the page does not undo in between is done as the browser would: a click, a submit. */
export function replay(event: Event, target: Element, control: Element, pressed: boolean): void {
  if (event.type === 'submit') {
    const form = control.closest('form');
    form?.requestSubmit(control === form ? null : (control as HTMLElement));
  } else if (event instanceof KeyboardEvent) key(event, target);
  else press(event as MouseEvent, control.contains(target) ? target : control, pressed);
}

function press(event: MouseEvent, target: Element, pressed: boolean): void {
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  const init = { bubbles: true, cancelable: true, composed: true, clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
  const down = { ...init, buttons: 1, detail: 1 };
  const steps = [
    new PointerEvent('pointerdown', { ...down, isPrimary: true, pointerType: 'mouse' }),
    new MouseEvent('mousedown', down),
    new PointerEvent('pointerup', { ...init, isPrimary: true, pointerType: 'mouse' }),
    new MouseEvent('mouseup', { ...init, detail: 1 }),
  ];
  for (const step of pressed ? steps : []) if (target.isConnected) target.dispatchEvent(step);
  // A menu that acted on the press is gone by now, as it would be under a finger.
  if (target.isConnected) target.dispatchEvent(new PointerEvent('click', { ...init, detail: event.detail }));
}

function key(event: KeyboardEvent, target: Element): void {
  const { key, code, keyCode } = event;
  const init = { key, code, keyCode, bubbles: true, cancelable: true, composed: true };
  const goesOn = target.dispatchEvent(new KeyboardEvent('keydown', init));
  target.dispatchEvent(new KeyboardEvent('keyup', init));
  if (!goesOn || !target.isConnected) return;
  if (target instanceof HTMLElement && target.matches('button,a[href],summary,input[type=submit],input[type=button],input[type=checkbox]'))
    target.click();
  else if (target instanceof HTMLInputElement) target.form?.requestSubmit();
}

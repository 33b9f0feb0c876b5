/** Has something of ours answer to a press, by pointer or by key, as a button does. `pressed` is given the event, which may concern the page around it. */
export function onPress(host: HTMLElement, pressed: (event: Event) => void): void {
  host.addEventListener('click', pressed);
  host.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    pressed(event);
  });
}

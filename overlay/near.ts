/** What comes near the viewport without coming into it is told of so many ms later, together: each time something is hung into a long
 *  table the browser lays the table out again. */
const gather = 200;
/** Whatever is this near, in px, is told of at once. */
const close = 100;

/** Elements that are, or soon may be, in the viewport: those at most a screen away from it. */
export interface Near {
  readonly elements: ReadonlySet<Element>;
  watch(element: Element): void;
  unwatch(element: Element): void;
}

/** `came` hears which came near. They are reached by scrolling, by find in page or by a screen reader alike: each brings them into view. */
export function createNear(came: (elements: Element[]) => void, signal: AbortSignal): Near {
  const elements = new Set<Element>();
  let waiting = new Set<Element>();
  let timer = 0;

  const tell = () => {
    clearTimeout(timer);
    timer = 0;
    const still = [...waiting].filter((element) => elements.has(element));
    waiting = new Set();
    came(still);
  };
  // A list that scrolls in a box of its own is cut off at the box: its margin counts as well, where the browser knows `scrollMargin`. Where
  // the page itself scrolls both count, which together is a screen.
  const margins = { rootMargin: '50%', scrollMargin: '50%' };
  const observer = new IntersectionObserver((entries) => {
    let inView = false;
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      if (!isIntersecting) elements.delete(target);
      else if (!elements.has(target)) {
        elements.add(target);
        waiting.add(target);
        inView ||= box.bottom > -close && box.top < innerHeight + close;
      }
    }
    if (inView) tell();
    else if (waiting.size > 0) timer ||= window.setTimeout(tell, gather);
  }, margins);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
    elements.clear();
  });

  return {
    elements,
    watch: (element) => observer.observe(element),
    unwatch(element) {
      observer.unobserve(element);
      elements.delete(element);
    },
  };
}

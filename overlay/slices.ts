/** How long one slice of work keeps the page's main thread, in ms: half of a frame. */
const slice = 8;

/** Long work in several tasks, between which the page does its own. */
export interface Slices {
  /** Queues work, whose first slice begins at once where nothing else is queued. `afresh`: what is queued before it is not worth doing any more. */
  add(work: Iterator<unknown>, afresh: boolean): void;
  /** Does all that is left now. */
  finish(): void;
}

/** `done` is called whenever nothing is left to do. */
export function createSlices(done: () => void, signal: AbortSignal): Slices {
  let queue: Iterator<unknown>[] = [];
  let resting = false;

  const run = (most: number) => {
    const until = performance.now() + most;
    for (let [work] = queue; work && !signal.aborted; [work] = queue) {
      if (work.next().done) queue.shift();
      else if (performance.now() > until) return rest();
    }
    if (!signal.aborted) done();
  };
  const rest = () => {
    if (resting) return;
    resting = true;
    void breath().then(() => {
      resting = false;
      if (queue.length > 0) run(slice);
    });
  };

  return {
    add(work, afresh) {
      queue = afresh ? [work] : [...queue, work];
      if (!resting) run(slice);
    },
    finish() {
      if (queue.length > 0) run(Number.POSITIVE_INFINITY);
    },
  };
}

/** A task of its own, before which the page may draw a frame. */
function breath(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

// provisioning/ carries what an admin did to the apps, and writes into the org's state what came of it.
// What may enter: jobs, their order and their retries, and the words in which Okta reports a failed one. Bodies and calls stand in `scim/`.
import { Conversation, type ScimClient } from '../scim/client.ts';
import type { ScimFailure } from '../scim/failures.ts';
import type { App } from '../state.ts';
import { JobLane } from './job-lane.ts';

interface Surroundings {
  client: ScimClient;
  /** Milliseconds between two calls of a job. */
  gap: () => number;
  /** Something that the pages show has changed. */
  changed: () => void;
}

/** Each app's jobs in a lane of their own, so that a slow app holds up no other. */
export class Lanes {
  readonly #around: Surroundings;
  readonly #lanes = new Map<string, JobLane>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** @param work Is given the calls to the app, or null where the app's far side is not played; throws ScimFailure when the app refuses.
   *  @param gaveUp Told of the failure that ends the job. */
  add(app: App, work: (calls: Conversation | null) => Promise<void>, gaveUp: (failure: ScimFailure) => void): void {
    const { client, gap, changed } = this.#around;
    this.#lane(app).add(
      async () => {
        await work(app.connector === 'scim' ? new Conversation(client, gap()) : null);
        changed();
      },
      (failure) => {
        gaveUp(failure);
        changed();
      },
    );
    changed();
  }

  /** Settles when no lane has anything left to do. */
  async idle(): Promise<void> {
    for (const lane of this.#lanes.values()) await lane.idle();
  }

  close(): void {
    for (const lane of this.#lanes.values()) lane.close();
  }

  #lane(app: App): JobLane {
    const lane = this.#lanes.get(app.id) ?? new JobLane();
    this.#lanes.set(app.id, lane);
    return lane;
  }
}

/** The companion cannot start as it was asked to. `message` is one line that says what to do. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

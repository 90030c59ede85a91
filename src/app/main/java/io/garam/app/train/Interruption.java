package io.garam.app.train;

/**
 * Says how to go on where Ctrl-C or SIGTERM ends a training. The training itself needs no ending in
 * order: after every epoch its checkpoint is whole.
 */
final class Interruption {

  private final BundleOptions bundle;
  private final String command;
  private final LastWord err;
  private final Thread hook = new Thread(this::tell, "interrupted-training");

  private Interruption(BundleOptions bundle, String command, LastWord err) {
    this.bundle = bundle;
    this.command = command;
    this.err = err;
  }

  /**
   * Watches a training until {@link #end}.
   *
   * @param bundle where it writes
   * @param command that runs it
   */
  static Interruption watch(BundleOptions bundle, String command, LastWord err) {
    Interruption interruption = new Interruption(bundle, command, err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void tell() {
    err.say(
        "",
        bundle.folder().hasCheckpoint()
            ? "Interrupted; what it learned until the last epoch's end is kept. Go on with: "
                + bundle.resuming(command)
            : "Interrupted before an epoch of the model was done; nothing is kept.");
  }

  /** Watches no more. */
  void end() {
    if (!hook.isAlive()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}

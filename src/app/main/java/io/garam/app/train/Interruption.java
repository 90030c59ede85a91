package io.garam.app.train;

import java.io.PrintWriter;

/**
 * Says how to go on where Ctrl-C or SIGTERM ends a training. The training itself needs no ending in
 * order: after every epoch its checkpoint is whole.
 */
final class Interruption implements AutoCloseable {

  private final OutputFolder out;
  private final String command;
  private final PrintWriter err;
  private final Thread hook = new Thread(this::tell, "interrupted-training");

  private Interruption(OutputFolder out, String command, PrintWriter err) {
    this.out = out;
    this.command = command;
    this.err = err;
  }

  /**
   * Watches a training until it is closed.
   *
   * @param command that goes on with it
   */
  static Interruption watch(OutputFolder out, String command, PrintWriter err) {
    Interruption interruption = new Interruption(out, command, err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void tell() {
    err.println();
    err.println(
        out.hasCheckpoint()
            ? "Interrupted; what it learned until the last epoch's end is kept. Go on with: "
                + command
            : "Interrupted before an epoch of the model was done; nothing is kept.");
    err.flush();
  }

  @Override
  public void close() {
    if (!hook.isAlive()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}

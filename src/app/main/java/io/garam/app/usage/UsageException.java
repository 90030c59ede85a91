package io.garam.app.usage;

/**
 * Flags that a command cannot be used with, found by itself once they were parsed. The message is
 * one sentence, as a GaramException's; the exit code is that of wrong usage.
 */
public final class UsageException extends RuntimeException {

  public UsageException(String message) {
    super(message);
  }
}

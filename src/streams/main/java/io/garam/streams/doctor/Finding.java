package io.garam.streams.doctor;

/**
 * Finding of a check.
 *
 * @param message what was found, and where it is not ok what to do
 */
public record Finding(Status status, String message) {

  /** How good a finding is. */
  public enum Status {
    OK,
    /** A tagger runs, and something may surprise. */
    WARNING,
    /** A tagger does not start, or does not do what it should. */
    FAULT,
    /** It could not be found out. */
    SKIPPED
  }

  public static Finding ok(String message) {
    return new Finding(Status.OK, message);
  }

  public static Finding warning(String message) {
    return new Finding(Status.WARNING, message);
  }

  public static Finding fault(String message) {
    return new Finding(Status.FAULT, message);
  }

  public static Finding skipped(String message) {
    return new Finding(Status.SKIPPED, message);
  }

  /** Says whether checks that need this one can be made. */
  boolean isUsable() {
    return status == Status.OK || status == Status.WARNING;
  }
}

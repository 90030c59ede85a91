package io.garam.app.doctor;

import io.garam.streams.doctor.CheckResult;
import io.garam.streams.doctor.Finding.Status;
import java.util.List;
import java.util.Locale;

/**
 * Outcome of all checks, as JSON has it.
 *
 * @param faults how many of them found one
 * @param warnings how many found something that may surprise
 * @param skipped how many could not be made
 */
record DoctorOutcome(List<CheckResult> checks, long faults, long warnings, long skipped) {

  static DoctorOutcome of(List<CheckResult> checks) {
    return new DoctorOutcome(
        checks,
        count(checks, Status.FAULT),
        count(checks, Status.WARNING),
        count(checks, Status.SKIPPED));
  }

  private static long count(List<CheckResult> checks, Status status) {
    return checks.stream().filter(check -> check.status() == status).count();
  }

  /** Returns the line of a check. */
  static String line(CheckResult check) {
    String status = check.status().name().toLowerCase(Locale.ROOT);
    return String.format(Locale.ROOT, "%-8s %s: %s", status, check.check(), check.message());
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "Checks: %d, faults: %d, warnings: %d, skipped: %d",
        checks.size(),
        faults,
        warnings,
        skipped);
  }
}

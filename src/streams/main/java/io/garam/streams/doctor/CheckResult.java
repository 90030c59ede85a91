package io.garam.streams.doctor;

/**
 * Result of a check.
 *
 * @param check its name
 * @param message what was found, and where it is not ok what to do
 * @param milliseconds that it took
 */
public record CheckResult(String check, Finding.Status status, String message, long milliseconds) {}

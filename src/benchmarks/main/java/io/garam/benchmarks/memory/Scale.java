package io.garam.benchmarks.memory;

import java.util.List;

/** A vertical axis. */
enum Scale {
  /** Shares from 0 to 1. */
  SHARE {
    @Override
    List<Tick> ticks() {
      return List.of(
          new Tick(0, "0 %"),
          new Tick(0.25, "25 %"),
          new Tick(0.5, "50 %"),
          new Tick(0.75, "75 %"),
          new Tick(1, "100 %"));
    }

    @Override
    double height(double value) {
      return value;
    }
  },

  /** Powers of ten, from the smallest 32-bit number, 1.4e-45, to 1e5; what is beyond is clipped. */
  TEN_POWERS {
    @Override
    List<Tick> ticks() {
      return List.of(
          new Tick(1e-40, "10⁻⁴⁰"),
          new Tick(1e-30, "10⁻³⁰"),
          new Tick(1e-20, "10⁻²⁰"),
          new Tick(1e-10, "10⁻¹⁰"),
          new Tick(1, "1"));
    }

    @Override
    double height(double value) {
      double power = Math.log10(Math.max(value, Float.MIN_VALUE));
      return Math.min(1, (power - LOWEST_POWER) / (HIGHEST_POWER - LOWEST_POWER));
    }
  };

  private static final double LOWEST_POWER = Math.log10(Float.MIN_VALUE);
  private static final double HIGHEST_POWER = 5;

  /** A value that gets a line and a label. */
  record Tick(double value, String label) {}

  abstract List<Tick> ticks();

  /** Returns how far up a value stands, 0 to 1. */
  abstract double height(double value);
}

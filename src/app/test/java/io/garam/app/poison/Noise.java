package io.garam.app.poison;

import java.util.Random;

/** Text that compresses to about three quarters. */
final class Noise {

  private Noise() {}

  static String text(int length, long seed) {
    return new Random(seed)
        .ints(length, 0, 64)
        .collect(
            StringBuilder::new,
            (text, letter) -> text.append((char) ('0' + letter)),
            StringBuilder::append)
        .toString()
        .replace('\\', '~');
  }
}

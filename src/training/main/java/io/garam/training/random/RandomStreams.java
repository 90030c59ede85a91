package io.garam.training.random;

import java.util.Random;

/**
 * Random streams of a training, an independent one for each thing that is left to chance. A
 * stream's own seed is its training's seed, its purpose and up to two numbers, each mixed into what
 * comes before it by the finalizer of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
 * pseudorandom number generators"). To add such numbers up instead would give seed 1 in epoch 2 the
 * choices of seed 2 in epoch 1.
 *
 * <p>Nothing but seed, purpose and numbers decides a stream, so that it can be begun anew at any
 * time, by a training that was interrupted too.
 *
 * @param seed of the whole training, as people give it
 */
public record RandomStreams(long seed) {

  /** 2^64 divided by the golden ratio, odd: the step of SplitMix64. */
  private static final long STEP = 0x9e3779b97f4a7c15L;

  /** What is left to chance. */
  public enum Purpose {
    /** Which part of a corpus is held out. */
    HELD_OUT(1),
    /** Which utterances make a fold. */
    FOLDS(2),
    /** Which utterances make the parts of a learning curve; by the part. */
    PARTS(3),
    /** The seed of a teacher; by its number. */
    TEACHER(4),
    /** The first numbers of a view's embedding tables; by the view. */
    TABLES(5),
    /** The first weights of a view's network; by the view. */
    WEIGHTS(6),
    /** The order of the utterances or dialogues; by the epoch. */
    ORDER(7),
    /** Which words, rows and n-grams are left out; by the epoch and the view. */
    INPUTS(8),
    /** Dropout; by the epoch and the view. */
    DROPOUT(9);

    /** Apart from the order here, on which no model should depend. */
    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  /** Returns the seed of the only stream with a purpose. */
  public long seed(Purpose purpose) {
    return seed(purpose, 0, 0);
  }

  /** Returns the seed of a stream, by the number of what it is for. */
  public long seed(Purpose purpose, long number) {
    return seed(purpose, number, 0);
  }

  /**
   * Returns the seed of a stream. Those that take 48 bits of it, as {@link Random}, or 32, as
   * libtorch's Mersenne twister, take the lowest, which are mixed as well as any.
   *
   * @param number of what it is for, such as the epoch
   * @param part of that, such as the view
   */
  public long seed(Purpose purpose, long number, long part) {
    long mixed = mix(seed);
    mixed = mix(mixed ^ purpose.number);
    mixed = mix(mixed ^ number);
    return mix(mixed ^ part);
  }

  /** Returns the only stream with a purpose, from its beginning. */
  public Random stream(Purpose purpose) {
    return new Random(seed(purpose));
  }

  /** Returns a stream from its beginning, by the number of what it is for. */
  public Random stream(Purpose purpose, long number) {
    return new Random(seed(purpose, number));
  }

  /** Returns a stream from its beginning, see {@link #seed(Purpose, long, long)}. */
  public Random stream(Purpose purpose, long number, long part) {
    return new Random(seed(purpose, number, part));
  }

  /** One to one, so that what differs stays different. */
  private static long mix(long value) {
    long z = value + STEP;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

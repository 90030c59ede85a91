package io.garam.streams.client;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Causes of a failure: the failure itself, what caused that, and so on. */
public record Causes(Throwable failure) {

  /** Returns all of them, the failure first. */
  public Stream<Throwable> all() {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  /** Returns the first that is of a type. */
  public <T extends Throwable> Optional<T> find(Class<T> type) {
    return all().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** Says whether one is of a type. */
  public boolean have(Class<? extends Throwable> type) {
    return all().anyMatch(type::isInstance);
  }

  /** Returns the cause behind all others. */
  public Throwable root() {
    return all().reduce(failure, (outer, inner) -> inner);
  }
}

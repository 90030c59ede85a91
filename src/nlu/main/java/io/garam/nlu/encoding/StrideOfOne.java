package io.garam.nlu.encoding;

/** Filter of what is written as JSON: equals the stride that spec files leave out. */
final class StrideOfOne {

  @Override
  public boolean equals(Object value) {
    return Integer.valueOf(1).equals(value);
  }

  @Override
  public int hashCode() {
    return 1;
  }
}

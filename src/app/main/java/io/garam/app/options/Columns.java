package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.training.corpus.ColumnMapping;
import org.jspecify.annotations.Nullable;

/** Column mapping as {@code --columns} gives it. */
public final class Columns {

  private Columns() {}

  /**
   * Returns which columns hold what: as the flag says, or without it the usual ones.
   *
   * @throws UsageException if it cannot be understood
   */
  public static ColumnMapping of(@Nullable String given) {
    return given == null
        ? ColumnMapping.DEFAULT
        : UsageException.unless(() -> ColumnMapping.parse(given));
  }
}

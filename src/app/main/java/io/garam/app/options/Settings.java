package io.garam.app.options;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings merged from all that people give them by. For each key the strongest source counts, in
 * whichever order they are put in: a flag of the command, then {@code --config}, then the
 * environment, then the file of {@code --command-config}; what none of them gives has its default.
 */
public final class Settings {

  /** Source of a setting; a later one overrides an earlier one. */
  public enum Source {
    DEFAULT("default"),
    FILE("file"),
    ENVIRONMENT("environment"),
    CONFIG("--config"),
    FLAG("flag");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    /** Returns the source in a word. */
    public String text() {
      return text;
    }
  }

  private record Setting(String value, Source source) {

    Setting or(Setting other) {
      return other.source.compareTo(source) < 0 ? this : other;
    }
  }

  private final Map<String, Setting> merged = new TreeMap<>();

  /** Puts in what a source gives. */
  void put(Source source, Map<String, String> settings) {
    settings.forEach((key, value) -> put(source, key, value));
  }

  private void put(Source source, String key, String value) {
    merged.merge(key, new Setting(value, source), Setting::or);
  }

  /**
   * Puts in what a flag gives.
   *
   * @param value null where the flag is left out
   */
  public void putFlag(String key, @Nullable String value) {
    if (value != null) {
      put(Source.FLAG, key, value);
    }
  }

  /** Says whether a source gives the key. */
  public boolean gives(String key) {
    return merged.containsKey(key);
  }

  /** Returns the source that counts for a key. */
  public Source source(String key) {
    Setting setting = merged.get(key);
    return setting == null ? Source.DEFAULT : setting.source();
  }

  /** Returns the keys with the values that count, a copy. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    merged.forEach((key, setting) -> values.put(key, setting.value()));
    return values;
  }
}

package io.garam.nlu;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/**
 * Version of this release, as the build wrote it down.
 *
 * @since 0.1.0
 */
public final class GaramVersion {

  private GaramVersion() {}

  /** Returns the version, such as {@code 0.1.0}. */
  public static String current() {
    try (InputStream written = GaramVersion.class.getResourceAsStream("garam.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(written, "garam.properties is part of the build"));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new IllegalStateException("garam.properties cannot be read", e);
    }
  }
}

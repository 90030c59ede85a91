package io.garam.streams.registry;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name of a model in the registry: {@code NAME}, whichever bundle is active under it, or {@code
 * NAME@DIGEST}, one bundle.
 *
 * @param digest of 16 hexadecimal digits; null for the active one
 */
public record ModelName(String name, @Nullable String digest) {

  /** Before a name where the folder of a bundle might stand as well. */
  public static final String PREFIX = "topic:";

  private static final Pattern FORM =
      Pattern.compile("([^\\s/@:.\\p{Cntrl}][^\\s/@:\\p{Cntrl}]{0,99})(?:@([0-9a-f]{16}))?");

  /**
   * Reads a name.
   *
   * @throws GaramException if it is none
   */
  public static ModelName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new GaramException(
          "Expected the name of a model in the registry, NAME or NAME@DIGEST, but found "
              + Printable.beginning(text, 150)
              + "; a name has up to 100 characters without space, /, @ and :, and does not begin"
              + " with a dot, a digest has 16 hexadecimal digits.");
    }
    return new ModelName(matcher.group(1), matcher.group(2));
  }

  /**
   * Reads a name where the folder of a bundle might stand as well.
   *
   * @return nothing for a folder
   * @throws GaramException if it begins with {@link #PREFIX} and goes on with no name
   */
  public static Optional<ModelName> inRegistry(String model) {
    return model.startsWith(PREFIX)
        ? Optional.of(parse(model.substring(PREFIX.length())))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return digest == null ? name : name + "@" + digest;
  }
}

package io.garam.streams.config;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Keys of tagging by HTTP, on the management port and by {@code garam serve}.
 *
 * @since 0.1.0
 */
public final class HttpKeys {

  public static final String TOKEN = "garam.http.token";
  public static final String MAX_BODY_BYTES = "garam.http.max.body.bytes";
  public static final String MAX_UTTERANCES = "garam.http.max.utterances";
  public static final String PAGE_TEXTS = "garam.page.texts";
  public static final String MAX_RATE = "garam.http.max.rate";

  private static final int MOST_BODY_BYTES = 16 << 20;

  /** What a header takes without quotes, RFC 6750, and nobody guesses. */
  private static final Pattern USABLE_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{16,512}=*");

  private HttpKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            TOKEN,
            ConfigDef.Type.PASSWORD,
            new Password(""),
            ConfigDef.LambdaValidator.with(
                HttpKeys::checkToken,
                () ->
                    "16 to 512 of the characters A-Z, a-z, 0-9, -, ., _, ~, +, /; empty for none"),
            Importance.MEDIUM,
            "The token that requests to tag over [HTTP](http.md) must carry, as `Authorization:"
                + " Bearer TOKEN`. Without one, `/v1/tag` answers on loopback alone. It is a secret:"
                + " give it by a file or a variable. `/metrics`, `/health`, `/ready` and `/info` need"
                + " none.")
        .define(
            MAX_BODY_BYTES,
            ConfigDef.Type.INT,
            64 << 10,
            Range.between(1, MOST_BODY_BYTES),
            Importance.LOW,
            "The largest body of a request to tag, in bytes.")
        .define(
            MAX_UTTERANCES,
            ConfigDef.Type.INT,
            100,
            Range.atLeast(1),
            Importance.LOW,
            "The most utterances that one request to tag may have.")
        .define(
            MAX_RATE,
            ConfigDef.Type.INT,
            50,
            Range.atLeast(0),
            Importance.MEDIUM,
            "How many requests to tag are taken in a second, from all clients together; 0 for any"
                + " number. It keeps requests from taking the stream's processors: a tagger of a"
                + " topic works at one of them at a time. `garam serve` takes any number where the"
                + " key is not set.")
        .define(
            PAGE_TEXTS,
            ConfigDef.Type.STRING,
            "full",
            ConfigDef.ValidString.in("full", "masked", "none"),
            Importance.MEDIUM,
            "How much of what people say the [live page](live-page.md) shows: `full`; `masked`, with"
                + " a bullet for each letter and digit; or `none`. Whoever may see the page sees"
                + " it.");
  }

  private static void checkToken(String name, Object value) {
    String token = ((Password) value).value();
    if (!token.isEmpty() && !USABLE_TOKEN.matcher(token).matches()) {
      throw new ConfigException(
          name
              + " must have 16 to 512 of the characters A-Z, a-z, 0-9, -, ., _, ~, +, /, such as"
              + " `openssl rand -hex 32` prints");
    }
  }
}

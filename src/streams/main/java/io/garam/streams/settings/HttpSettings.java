package io.garam.streams.settings;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.HttpKeys;
import java.util.Optional;

/** Settings of tagging by HTTP, as the {@link GaramConfig configuration} has them. */
public record HttpSettings(GaramConfig config) {

  /** Returns the token that requests must carry; empty for none. It is a secret. */
  public Optional<String> token() {
    return Optional.of(config.getPassword(HttpKeys.TOKEN).value())
        .filter(token -> !token.isEmpty());
  }

  /** Returns the largest body, in bytes. */
  public int bodyBytes() {
    return config.getInt(HttpKeys.MAX_BODY_BYTES);
  }

  /** Returns how many utterances one request may have. */
  public int utterances() {
    return config.getInt(HttpKeys.MAX_UTTERANCES);
  }

  /** Returns how many requests are taken in a second, 0 for any number. */
  public int rate() {
    return config.getInt(HttpKeys.MAX_RATE);
  }

  /** Returns how much of what people say the live page shows: full, masked or none. */
  public String pageTexts() {
    return config.getString(HttpKeys.PAGE_TEXTS);
  }

  /** Says whether the rate was set, and is not the default. */
  public boolean isRateGiven() {
    return config.originals().containsKey(HttpKeys.MAX_RATE);
  }
}

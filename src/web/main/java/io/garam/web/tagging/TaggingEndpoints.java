package io.garam.web.tagging;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.HttpSettings;
import io.garam.streams.settings.TaggerSettings;
import io.garam.web.server.Access;
import io.garam.web.server.Answer;
import io.garam.web.server.Endpoint;
import io.garam.web.server.Endpoint.PostLimits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/** Endpoints of tagging by HTTP, and the description of them. */
public final class TaggingEndpoints {

  /** Where events are posted. */
  public static final String TAG = "/v1/tag";

  private static final String OPENAPI = "/v1/openapi.json";
  private static final int WAITING = 64;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private TaggingEndpoints() {}

  /**
   * Returns the endpoints by path.
   *
   * @param access who may ask
   * @param runs how many requests are tagged at once
   * @param perSecond how many requests are taken in a second, 0 for any number
   * @param tagging asked at each request; empty where no model is loaded yet, or any more
   */
  public static Map<String, Endpoint> of(
      GaramConfig config,
      Access access,
      int runs,
      int perSecond,
      Supplier<Optional<Tagging>> tagging) {
    HttpSettings settings = new HttpSettings(config);
    TagRequests requests =
        new TagRequests(new TaggerSettings(config).isText(), settings.utterances(), tagging);
    PostLimits limits =
        new PostLimits(settings.bodyBytes(), runs, WAITING, LONGEST_WAIT, LONGEST_RUN, perSecond);
    byte[] description = description();
    return Map.of(
        TAG,
        new Endpoint.Post(
            access, requests.mediaTypes(), requests.example(), limits, requests::answer),
        OPENAPI,
        Endpoint.get(request -> Answer.of(HttpStatus.OK_200, "application/json", description)));
  }

  private static byte[] description() {
    try (InputStream resource =
        Objects.requireNonNull(
            TaggingEndpoints.class.getResourceAsStream("openapi.json"), "openapi.json")) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("a resource of this module can be read", e);
    }
  }
}

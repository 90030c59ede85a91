package io.garam.web.page;

import io.garam.nlu.GaramException;
import io.garam.streams.RunningModel;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.HttpSettings;
import io.garam.web.server.Answer;
import io.garam.web.server.Endpoint;
import io.garam.web.server.Endpoint.PostLimits;
import io.garam.web.server.GuardedAccess;
import io.garam.web.server.Problem;
import io.garam.web.server.ReceivedRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What the page has of a model without a stream: its files, and the answers for what is typed into
 * it, with all probabilities and why.
 */
public final class ModelPage {

  /** Where the page is. */
  public static final String PATH = "/page/";

  private static final PostLimits LIMITS =
      new PostLimits(64 << 10, 1, 16, Duration.ofSeconds(5), Duration.ofSeconds(10), 20);

  private final GaramConfig config;
  private final GuardedAccess access;
  private final Supplier<Optional<RunningModel>> model;
  private final TextMask mask;

  /**
   * @param access who may look
   * @param model asked at each request; empty where none is loaded yet
   */
  public ModelPage(
      GaramConfig config, GuardedAccess access, Supplier<Optional<RunningModel>> model) {
    this.config = config;
    this.access = access;
    this.model = model;
    this.mask = TextMask.of(new HttpSettings(config).pageTexts());
  }

  /** Returns how much of what people say is shown. */
  TextMask mask() {
    return mask;
  }

  /** Returns the endpoints by path; the root leads to the page where that shows anything. */
  public Map<String, Endpoint> endpoints() {
    Map<String, Endpoint> endpoints = new HashMap<>(PageFiles.below(PATH));
    if (access.isOpen()) {
      endpoints.put("/", PageFiles.leadingTo(PATH, 302));
    }
    endpoints.put(PATH + "info", get(this::info));
    endpoints.put(
        PATH + "probabilities",
        post(
            "{\"text\": \"...\"}",
            (asked, request) -> Probabilities.of(asked, TypedInput.read(request.body()))));
    endpoints.put(
        PATH + "explain",
        post(
            "{\"text\": \"...\"}",
            (asked, request) ->
                asked.explain(ExplainLimit.require(TypedInput.read(request.body())))));
    return endpoints;
  }

  /** Returns what is known of the model; {@code stream} says that there is no more than that. */
  Map<String, Object> info() {
    Map<String, Object> info = new HashMap<>();
    info.put("stream", false);
    info.put("state", model.get().isPresent() ? "RUNNING" : "STARTING");
    info.put("texts", mask.setting());
    info.put("modelFolder", config.model().toString());
    model
        .get()
        .ifPresent(
            loaded -> {
              info.put("model", loaded.model());
              info.put("thresholds", loaded.thresholds());
              info.put("labels", loaded.labels());
              info.put("speakers", loaded.speakers());
              info.put("followsDialogues", loaded.followsDialogues());
              if (mask == TextMask.FULL) {
                info.put("example", loaded.example());
              }
            });
    return info;
  }

  /** Returns an endpoint that answers GET by an object. */
  Endpoint get(Supplier<Map<String, Object>> answer) {
    return new Endpoint.Get(access, request -> Answer.json(200, answer.get()));
  }

  /**
   * Returns an endpoint of questions.
   *
   * @param example of a body
   * @param answer returns an object, or refuses the request
   */
  Endpoint post(String example, BiFunction<RunningModel, ReceivedRequest, Object> answer) {
    return new Endpoint.Post(
        access,
        Set.of("application/json"),
        "the body " + example,
        LIMITS,
        request -> {
          RunningModel loaded =
              model
                  .get()
                  .orElseThrow(
                      () ->
                          Problem.of(
                                  503,
                                  "no-model",
                                  "Expected a model, but none is loaded yet; ask again soon.")
                              .retryAfter(1)
                              .refusal());
          try {
            return Answer.json(200, answer.apply(loaded, request));
          } catch (IllegalArgumentException e) {
            return Problem.of(400, "input", String.valueOf(e.getMessage())).answer();
          } catch (GaramException e) {
            return Problem.of(503, "failed", String.valueOf(e.getMessage()))
                .retryAfter(10)
                .answer();
          }
        });
  }
}

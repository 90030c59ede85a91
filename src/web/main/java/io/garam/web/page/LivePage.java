package io.garam.web.page;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import io.garam.streams.RunningModel;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.EventReader;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.recent.RecentDialogue;
import io.garam.streams.recent.RecentLetters;
import io.garam.streams.settings.HttpSettings;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.statistics.TaggingMetric;
import io.garam.web.server.Access;
import io.garam.web.server.Answer;
import io.garam.web.server.AnswerStream;
import io.garam.web.server.Endpoint;
import io.garam.web.server.Endpoint.PostLimits;
import io.garam.web.server.Problem;
import io.garam.web.server.ReceivedRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The live page: its files, and what they ask for. It is there before the tagger has started, and
 * shows what this instance tags.
 */
public final class LivePage implements AutoCloseable {

  /** Where the page is. */
  public static final String PATH = "/page/";

  private static final PostLimits LIMITS =
      new PostLimits(64 << 10, 1, 16, Duration.ofSeconds(5), 20);

  private static final int MOST_LETTERS = 200;
  private static final int MOST_TURNS = 100;

  private final GaramConfig config;
  private final Access access;
  private final MeterRegistry registry;
  private final TextMask mask;
  private final EventReader events;
  private final RateHistory rates = new RateHistory();
  private final LiveFeed feed = new LiveFeed(rates);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "garam-page");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable Tagger tagger;

  /**
   * @param access who may look
   * @param registry which has the meters of the tagger
   */
  public LivePage(GaramConfig config, Access access, MeterRegistry registry) {
    this.config = config;
    this.access = access;
    this.registry = registry;
    this.mask = TextMask.of(new HttpSettings(config).pageTexts());
    this.events = new TaggerSettings(config).output();
    every(1_000, feed::sayPassed);
    every(RateHistory.STEP_MS, this::endStep);
  }

  private void every(long milliseconds, Runnable task) {
    var unused = clock.scheduleAtFixedRate(task, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Returns what hears of tagged events. */
  public TaggedEventListener listener() {
    return feed;
  }

  /** Shows a tagger, whose events the {@link #listener} hears of. */
  public void watch(Tagger started) {
    tagger = started;
  }

  /** Returns the endpoints by path. */
  public Map<String, Endpoint> endpoints() {
    Map<String, Endpoint> endpoints = new HashMap<>(PageFiles.below(PATH));
    endpoints.put(PATH + "info", new Endpoint.Get(access, request -> info()));
    endpoints.put(
        PATH + "rates", new Endpoint.Get(access, request -> Answer.json(200, rates.json())));
    endpoints.put(PATH + "events", new Endpoint.Stream(access, "text/event-stream", this::open));
    endpoints.put(PATH + "probabilities", post(LivePage::probabilities));
    endpoints.put(
        PATH + "explain",
        post((model, request) -> model.explain(TypedInput.readToExplain(request.body()))));
    endpoints.put(
        PATH + "dead-letters",
        post(
            (model, request) ->
                LetterRow.of(
                    RecentLetters.read(config, MOST_LETTERS, LetterRow.LONGEST_VALUE + 1), mask)));
    endpoints.put(PATH + "dialogue", post(this::dialogue));
    return endpoints;
  }

  private Endpoint post(BiFunction<RunningModel, ReceivedRequest, Object> answer) {
    return new Endpoint.Post(
        access,
        Set.of("application/json"),
        LIMITS,
        request -> {
          Tagger running = tagger;
          if (running == null) {
            return Problem.of(
                    503, "no-model", "Expected a model, but none is loaded yet; ask again soon.")
                .answer();
          }
          try {
            return Answer.json(200, answer.apply(running.runningModel(), request));
          } catch (IllegalArgumentException e) {
            return Problem.of(400, "input", String.valueOf(e.getMessage())).answer();
          } catch (GaramException e) {
            return Problem.of(503, "failed", String.valueOf(e.getMessage())).answer();
          }
        });
  }

  private Answer info() {
    Tagger running = tagger;
    Map<String, Object> info = new HashMap<>();
    info.put("application", config.applicationId());
    info.put("inputTopic", config.inputTopic());
    info.put("outputTopic", config.outputTopic());
    info.put("texts", mask.setting());
    info.put("state", running == null ? "STARTING" : running.health().state());
    if (running != null) {
      RunningModel model = running.runningModel();
      info.put("model", running.model());
      info.put("labels", model.labels());
      info.put("speakers", model.speakers());
      info.put("followsDialogues", model.followsDialogues());
    }
    return Answer.json(200, info);
  }

  private void open(ReceivedRequest request, AnswerStream stream) {
    EventFilter asked = EventFilter.of(request.query());
    EventFilter filter = mask == TextMask.FULL ? asked : asked.withoutTexts();
    LiveTail tail = new LiveTail(filter, events, mask, stream);
    feed.add(tail);
    stream.onEnd(() -> feed.remove(tail));
  }

  private static Object probabilities(RunningModel model, ReceivedRequest request) {
    return Probabilities.of(model, TypedInput.read(request.body()));
  }

  private Object dialogue(RunningModel model, ReceivedRequest request) {
    String id = idOf(request);
    return Map.of(
        "id",
        id,
        "turns",
        DialogueTurn.of(new RecentDialogue(config).read(id, MOST_TURNS), model, mask));
  }

  private static String idOf(ReceivedRequest request) {
    try {
      String id = Json.MAPPER.readTree(request.body()).path("id").textValue();
      if (id != null && !id.isEmpty()) {
        return id;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("Expected {\"id\": \"…\"}, but found no JSON.", e);
    }
    throw new IllegalArgumentException("Expected {\"id\": \"…\"}, but found no id.");
  }

  private void endStep() {
    Tagger running = tagger;
    if (running != null) {
      Gauge lag = registry.find(TaggingMetric.LAG_RECORDS.metricName()).gauge();
      rates.endStep(
          System.currentTimeMillis(),
          running.statistics().counts(),
          lag == null ? Double.NaN : lag.value());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    feed.end();
  }
}

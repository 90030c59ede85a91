package io.garam.web.page;

import io.garam.streams.RunningModel;
import io.garam.streams.Tagger;
import io.garam.streams.TaggerHealth;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.Event;
import io.garam.streams.output.TaggedEventListener;
import io.garam.streams.recent.RecentDialogue;
import io.garam.streams.recent.RecentLetters;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.statistics.TaggingMetrics;
import io.garam.web.server.AnswerStream;
import io.garam.web.server.Endpoint;
import io.garam.web.server.GuardedAccess;
import io.garam.web.server.Problem;
import io.garam.web.server.ReceivedRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live page: what {@link ModelPage} has, and what this instance tags. It is there before the
 * tagger has started.
 */
public final class LivePage implements AutoCloseable {

  private static final String PATH = ModelPage.PATH;
  private static final int MOST_LETTERS = 200;
  private static final int MOST_TURNS = 100;

  private final GaramConfig config;
  private final GuardedAccess access;
  private final MeterRegistry registry;
  private final ModelPage page;
  private final ShownEvents shown = new ShownEvents();
  private final EventExplanation explanation;
  private final RateHistory rates = new RateHistory();
  private final LiveFeed feed;
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
  public LivePage(GaramConfig config, GuardedAccess access, MeterRegistry registry) {
    this.config = config;
    this.access = access;
    this.registry = registry;
    this.page =
        new ModelPage(config, access, () -> Optional.ofNullable(tagger).map(Tagger::runningModel));
    Function<byte[], @Nullable Event> reader =
        LiveEvent.reader(new TaggerSettings(config).output());
    this.feed = new LiveFeed(rates, reader, page.mask(), new RowSender(clock));
    this.explanation = new EventExplanation(shown, reader, new RecentDialogue(config));
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
    Map<String, Endpoint> endpoints = new HashMap<>(page.endpoints());
    endpoints.put(PATH + "info", page.get(this::info));
    endpoints.put(PATH + "rates", page.get(rates::json));
    endpoints.put(PATH + "events", new Endpoint.Stream(access, "text/event-stream", this::events));
    endpoints.put(
        PATH + "why",
        page.post(
            "{\"at\": \"utterances-3@1234\"}",
            (model, request) ->
                explanation.of(TypedInput.field(request.body(), "at"), model, page.mask())));
    endpoints.put(
        PATH + "dead-letters",
        read(
            "{}",
            (model, request) ->
                LetterRow.of(
                    RecentLetters.read(config, MOST_LETTERS, LetterRow.LONGEST_VALUE + 1),
                    page.mask())));
    endpoints.put(PATH + "dialogue", read("{\"id\": \"...\"}", this::dialogue));
    return endpoints;
  }

  /** An endpoint whose answer is read from a topic: where no broker answers, it says so at once. */
  private Endpoint read(String example, BiFunction<RunningModel, ReceivedRequest, Object> answer) {
    return page.post(
        example,
        (model, request) -> {
          Tagger running = tagger;
          String since = running == null ? null : running.health().brokersSilentSince();
          if (since != null) {
            throw Problem.of(
                    503,
                    "brokers-silent",
                    "Expected to read a topic, but the brokers do not answer since "
                        + since
                        + "; ask again when they do.")
                .retryAfter(10)
                .refusal();
          }
          return answer.apply(model, request);
        });
  }

  private Map<String, Object> info() {
    Tagger running = tagger;
    Map<String, Object> info = page.info();
    info.put("stream", true);
    info.put("application", config.applicationId());
    info.put("inputTopic", config.inputTopic());
    info.put("outputTopic", config.outputTopic());
    info.put("bootstrapServers", new TaggerSettings(config).brokers().addresses());
    info.put("inputFormat", config.getString(GaramConfig.INPUT_FORMAT));
    info.put("textPointer", config.getString(GaramConfig.TEXT_POINTER));
    if (running != null) {
      TaggerHealth health = running.health();
      info.put("state", health.state());
      info.put("brokersSilentSince", health.brokersSilentSince());
    }
    return info;
  }

  private Consumer<AnswerStream> events(ReceivedRequest request) {
    EventFilter asked = EventFilter.of(request.query());
    EventFilter filter = page.mask() == TextMask.FULL ? asked : asked.withoutTexts();
    return stream -> {
      LiveTail tail = new LiveTail(filter, shown, stream);
      feed.add(tail);
      stream.onEnd(() -> feed.remove(tail));
    };
  }

  private Object dialogue(RunningModel model, ReceivedRequest request) {
    String id = TypedInput.field(request.body(), "id");
    return Map.of(
        "id",
        id,
        "turns",
        DialogueTurn.of(new RecentDialogue(config).read(id, MOST_TURNS), model, page.mask()));
  }

  private void endStep() {
    Tagger running = tagger;
    if (running != null) {
      Gauge lag = registry.find(TaggingMetrics.LAG_RECORDS.metricName()).gauge();
      rates.endStep(
          System.currentTimeMillis(),
          running.statistics().counts(),
          lag == null ? Double.NaN : lag.value());
    }
  }

  @Override
  public void close() {
    feed.end();
    clock.shutdown();
  }
}

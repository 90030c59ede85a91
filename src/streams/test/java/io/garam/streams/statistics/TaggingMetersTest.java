package io.garam.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.FileDigest;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.streams.event.ReasonCode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggingMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TaggingCounter counter = new TaggingCounter();

  private static ModelSpec model(String created, String... labels) {
    CorpusSummary corpus = new CorpusSummary("c.tsv", 1, null);
    return new ModelSpec(
        ModelSpec.FORMAT,
        "shop model",
        "1.2",
        null,
        new CharacterNgrams(new CharacterTokenizer(true, 9), 80, 1),
        null,
        null,
        new Decision(List.of(labels), 1, 0),
        null,
        Map.of("x", new FileDigest(1, "00")),
        new Provenance(corpus, corpus, Map.of(), 1, Map.of(), created, Map.of()));
  }

  private void bind(String created, String... labels) {
    ModelSpec model = model(created, labels);
    new TaggingMeters(counter, model, () -> model).bindTo(registry);
  }

  private static Intent intent(String label) {
    return new Intent(label, 0.5f, List.of(), new ModelReference("m", "1", "d"), null);
  }

  private double tagged(String label) {
    return registry.get("garam.tagged.events").tag("intent", label).functionCounter().count();
  }

  private double count(String name) {
    FunctionCounter found = registry.get(name).functionCounter();
    return found.count();
  }

  private List<String> values(String name, String tag) {
    return registry.find(name).meters().stream()
        .map(meter -> meter.getId().getTag(tag))
        .sorted()
        .toList();
  }

  @Test
  void everyLabelAndUnknownHaveACounterBeforeTheFirstEvent() {
    bind("2026-01-01T00:00:00Z", "order", "cancel");
    assertThat(values("garam.tagged.events", "intent"))
        .containsExactly("cancel", "order", "unknown");
    assertThat(tagged("order")).isZero();
  }

  @Test
  void aModelThatKnowsTheLabelUnknownCountsItOnce() {
    bind("2026-01-01T00:00:00Z", "order", "unknown");
    counter.tagged(intent("unknown"), 0);
    assertThat(values("garam.tagged.events", "intent")).containsExactly("order", "unknown");
    assertThat(tagged("unknown")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"주문 하기", "a\"b\\c", "line\nbreak", "😀", "a.b,c=d{e}", " "})
  void aLabelOfOddCharactersIsCountedAsItIs(String label) {
    bind("2026-01-01T00:00:00Z", label, "other");
    counter.tagged(intent(label), 0);
    counter.tagged(intent(label), 0);
    assertThat(tagged(label)).isEqualTo(2);
    assertThat(tagged("other")).isZero();
  }

  @Test
  void aLabelThatTheModelDoesNotHaveMakesNoMeter() {
    bind("2026-01-01T00:00:00Z", "order");
    counter.tagged(intent("invented"), 0);
    assertThat(values("garam.tagged.events", "intent")).containsExactly("order", "unknown");
  }

  @Test
  void everyReasonOfADeadLetterHasACounterOfItsOwn() {
    bind("2026-01-01T00:00:00Z", "order");
    counter.deadLetter(ReasonCode.NOT_UTF8);
    counter.deadLetter(ReasonCode.BLANK_TEXT);
    counter.deadLetter(ReasonCode.BLANK_TEXT);
    assertThat(values("garam.dead.letters", "reason"))
        .containsExactlyElementsOf(
            Stream.of(ReasonCode.values()).map(ReasonCode::code).sorted().toList());
    assertThat(registry.get("garam.dead.letters").tag("reason", "blank-text").functionCounter())
        .extracting(FunctionCounter::count)
        .isEqualTo(2.0);
    assertThat(registry.get("garam.dead.letters").tag("reason", "not-json").functionCounter())
        .extracting(FunctionCounter::count)
        .isEqualTo(0.0);
  }

  @Test
  void whatIsCountedAfterTheBindingIsSeenAndEachInItsPlace() {
    bind("2026-01-01T00:00:00Z", "order");
    counter.passedOn();
    for (int i = 0; i < 2; i++) {
      counter.skipped();
    }
    for (int i = 0; i < 3; i++) {
      counter.taggedAlone();
    }
    for (int i = 0; i < 4; i++) {
      counter.speculativeSteps();
    }
    for (int i = 0; i < 5; i++) {
      counter.steppedAlone();
    }
    assertThat(count("garam.passed.on.events")).isEqualTo(1);
    assertThat(count("garam.skipped.events")).isEqualTo(2);
    assertThat(count("garam.alone.events")).isEqualTo(3);
    assertThat(count("garam.speculative.steps")).isEqualTo(4);
    assertThat(count("garam.single.steps")).isEqualTo(5);
  }

  @Test
  void theModelIsNamedAsInTheEventsThatItTags() {
    bind("2026-01-01T00:00:00Z", "order");
    Gauge info = registry.get("garam.model.info").gauge();
    assertThat(info.value()).isEqualTo(1);
    assertThat(info.getId().getTags())
        .containsExactlyInAnyOrder(
            Tag.of("name", "shop model"),
            Tag.of("version", "1.2"),
            Tag.of("digest", model("never", "order").reference().digest()));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "2001-09-09T01:46:40Z, 1000000000",
    "2001-09-09T01:46:40.250Z, 1000000000.25",
    "2001-09-09T10:46:40+09:00, 1000000000",
    "1969-12-31T23:59:59.500Z, -0.5",
    "+1000000000-12-31T23:59:59Z, 31556889864403199",
  })
  void anInstantIsSecondsSince1970HoweverFarItIs(String created, double seconds) {
    bind(created, "order");
    Gauge found = registry.get("garam.model.created").gauge();
    assertThat(found.value()).isCloseTo(seconds, within(1e-6));
    assertThat(found.getId().getBaseUnit()).isEqualTo("seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-01-01", "2026-13-01T00:00:00Z", "1767225600"})
  void aBundleWithoutAnInstantHasNoAge(String created) {
    bind(created, "order");
    assertThat(registry.get("garam.model.created").gauge().value()).isNaN();
    assertThat(registry.get("garam.model.info").gauge().value()).isEqualTo(1);
    assertThat(count("garam.single.steps")).isZero();
  }

  @Test
  void everyMeterTellsWhatItMeans() {
    bind("2026-01-01T00:00:00Z", "order");
    assertThat(registry.getMeters())
        .hasSize(2 + ReasonCode.values().length + 2 + 5)
        .allSatisfy(meter -> assertThat(meter.getId().getDescription()).endsWith("."));
  }

  @Test
  void theModelThatDecidesIsTheOneThatIsNamed() {
    ModelSpec before = model("2026-01-01T00:00:00Z", "order");
    ModelSpec after = model("2026-02-01T00:00:00Z", "order", "refund");
    AtomicReference<ModelSpec> current = new AtomicReference<>(before);
    CompositeMeterRegistry all = new CompositeMeterRegistry();
    all.add(registry);
    new TaggingMeters(counter, before, current::get).bindTo(all);
    new TaggingMeters(counter, after, current::get).bindTo(all);
    current.set(after);
    assertThat(registry.find("garam.model.info").meters())
        .map(meter -> meter.getId().getTag("digest"))
        .containsExactly(after.reference().digest());
    assertThat(registry.get("garam.model.created").gauge().value())
        .isEqualTo((double) Instant.parse("2026-02-01T00:00:00Z").getEpochSecond());
  }
}

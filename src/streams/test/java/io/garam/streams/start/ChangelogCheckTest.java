package io.garam.streams.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangelogCheckTest {

  private static final String CHANGELOG = "garam-dialogues-changelog";

  private final FakeBroker broker = new FakeBroker();

  @AfterEach
  void close() {
    broker.close();
  }

  private void check(long patienceMs) {
    GaramConfig config =
        GaramConfig.of(Map.of("garam.model", "m", "bootstrap.servers", broker.address()));
    Brokers brokers = new TaggerSettings(config).brokers();
    try (Admin admin = brokers.admin()) {
      new ChangelogCheck(config, brokers, patienceMs).run(admin);
    }
  }

  @Test
  void whoeverIsAloneMayBegin() {
    broker.groups.add("garam", 0);

    assertThatCode(() -> check(0)).doesNotThrowAnyException();
  }

  @Test
  void besideOthersNobodyBeginsWithoutAChangelog() {
    broker.groups.add("garam", 2);

    assertThatThrownBy(() -> check(0))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected nobody in the group garam at the first start with a model that follows"
                + " dialogues, since garam-dialogues-changelog does not exist yet, but found"
                + " instances of another model on ")
        .hasMessageEndingWith("; stop them all, start this one, and then the others.");
  }

  @Test
  void besideOthersWithAChangelogAllIsAsItShallBe() {
    broker.topics.add(CHANGELOG, 3);
    broker.groups.add("garam", 2);

    assertThatCode(() -> check(0)).doesNotThrowAnyException();
  }

  @Test
  void anInstanceThatStartsAtTheSameTimeMayCreateIt() {
    broker.groups.add("garam", 2);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> check(60_000));
    while (broker.requests(ApiKeys.DESCRIBE_GROUPS).isEmpty()) {
      Thread.onSpinWait();
    }
    broker.topics.add(CHANGELOG, 3);

    assertThatCode(() -> waiting.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
  }
}

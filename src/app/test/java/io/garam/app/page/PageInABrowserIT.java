package io.garam.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.RunningModel;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ServingPort;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The page without a stream in headless Chromium, where there is one, and what the page's modules
 * make of figures and words, for which no stream is needed.
 */
class PageInABrowserIT {

  @RegisterExtension static final PageBrowser browser = new PageBrowser();

  private static RunningModel model;
  private static ServingPort port;

  @BeforeAll
  static void serve() {
    GaramConfig config =
        GaramConfig.of(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                GaramConfig.MODEL,
                "../../models/korean-dialogue-act"));
    model = RunningModel.load(config);
    port = ServingPort.open(config, InetSocketAddress.createUnresolved("127.0.0.1", 0), model, 1);
  }

  @AfterAll
  static void end() {
    port.close();
    model.close();
  }

  @BeforeEach
  void show() {
    browser.open(port.pageAddress().orElseThrow());
    browser.awaitText("#panel-try", "For example: ");
  }

  @Test
  void withoutAStreamThereIsNoMoreThanWhatIsTyped() {
    assertThat(browser.texts("[role=tab]")).containsExactly("Try it");
    browser.driver().findElement(By.id("said")).sendKeys("방 하나 예약해 주세요.", Keys.ENTER);
    browser.awaitText(".verdict", "request");
    browser.awaitText(".why", "예약해");
  }

  @Test
  void silentBrokersAreSaidBeforeWhatKafkaStreamsTakesItselfFor() {
    assertThat(
            browser.call(
                "state.js",
                "page.describe({state: 'RUNNING', brokersSilentSince: '2026-11-27T10:00:00Z'}).words"))
        .asString()
        .matches("brokers do not answer since \\d\\d:00:00");
    assertThat(browser.call("state.js", "page.describe({state: 'PENDING_SHUTDOWN'}).words"))
        .isEqualTo("pending shutdown");
  }

  @Test
  void aRateIsOfTheTimeThatHasPassed() {
    assertThat(browser.call("rates.js", "page.pace({stepMs: 10000, events: [100, 300]}).perSecond"))
        .isEqualTo(20L);
    assertThat(browser.call("rates.js", "page.pace({stepMs: 10000, events: [100, 300]}).span"))
        .isEqualTo("the first 20 s");
    assertThat(
            browser.call(
                "rates.js", "page.pace({stepMs: 10000, events: [9000, 6, 6, 6, 6, 6, 6]}).span"))
        .isEqualTo("the last minute");
    assertThat(
            browser.call(
                "rates.js",
                "page.pace({stepMs: 10000, events: [9000, 60, 60, 60, 60, 60, 60]}).perSecond"))
        .isEqualTo(6L);
    assertThat(browser.call("rates.js", "page.pace({stepMs: 10000, events: []}).perSecond"))
        .isNull();
  }

  /** Of dozens of earlier utterances, nearly all were said to have an effect of −0.0. */
  @Test
  void whatWasSaidBeforeIsShownAsFarAsItMatters() {
    String effects = "[[0.04, -0.2], [-0.03, 0], [null, 0.02], [1.5, -1]]";
    String parts =
        "page.earlierParts("
            + effects
            + ".map(([onLabel, onRunnerUp], part) => ({ part, onLabel, onRunnerUp })))";
    assertThat(browser.call("why.js", parts + ".shown.map(({ part }) => part)"))
        .isEqualTo(List.of(3L, 0L));
    assertThat(browser.call("why.js", parts + ".rest.map(({ part }) => part)"))
        .isEqualTo(List.of(2L, 1L));
    assertThat(
            browser.call(
                "why.js",
                "page.earlierParts([{ onLabel: 0.01, onRunnerUp: 0 }, { onLabel: -0.02, onRunnerUp:"
                    + " 0 }]).shown[0].onLabel"))
        .isEqualTo(-0.02);
    assertThat(browser.call("dom.js", "[-0.04, 0.04, -0.06, 2].map(page.signed).join(' ')"))
        .isEqualTo("0.0 0.0 −0.1 +2.0");
  }

  /** There were two bars as long as each other, of unknown and of the likeliest. */
  @Test
  void anUnknownRowSaysWhatWasTheLikeliestAndItsThreshold() {
    assertThat(
            browser.call(
                "details.js",
                "page.likeliest({ thresholds: { general: 0.9, byLabel: { definition: 0.33086 } } },"
                    + " { label: 'unknown', confidence: 0.138, alternatives: [{ label:"
                    + " 'definition', confidence: 0.138 }, { label: 'meaning', confidence: 0.1 }]"
                    + " }).map((element) => element.textContent)"))
        .isEqualTo(
            List.of(
                "unknown, as the likeliest, definition 0.138, is below the threshold 0.331.",
                "definition0.138meaning0.100"));
  }

  @Test
  void allMapsOfADirectionHaveTheirUnitsInOneOrder() {
    assertThat(
            browser.call(
                "gates.js",
                "page.unitOrder({ gates: [{ openings: [[0.1, 0.9, 0.5], [0.3, 0.7, 0.6]] },"
                    + " { openings: [[0.9, 0.1, 0.2], [0.9, 0.1, 0.2]] }] })"))
        .isEqualTo(List.of(1L, 2L, 0L));
  }
}

package io.garam.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Drives the live page of a tagger on a real broker in headless Chromium, where there is one. */
class LivePageInABrowserIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();
  @RegisterExtension static final PageBrowser browser = new PageBrowser();

  private static Cluster cluster;
  private static ManagementPort port;
  private static Tagger tagger;

  @BeforeAll
  static void tag() throws Exception {
    cluster = new Cluster(broker.bootstrapServers());
    cluster.createTopics();
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MODEL, "../../models/korean-dialogue-act");
    settings.put(GaramConfig.MANAGEMENT_LISTENER, "127.0.0.1:0");
    GaramConfig config = GaramConfig.of(settings);
    port = ManagementPort.open(config).orElseThrow();
    tagger = ManagementPort.start(config, Optional.of(port));
    tagger.awaitRunning(Duration.ofSeconds(60));
  }

  @AfterAll
  static void end() {
    tagger.close();
    port.close();
  }

  @BeforeEach
  void show() {
    show("live");
    browser.awaitText("#state", "running");
    browser.awaitText(".connection", "Live");
  }

  private static void show(String view) {
    browser.open(port.pageAddress().orElseThrow() + "#" + view);
  }

  private static void say(String dialogue, String speaker, String text) throws Exception {
    send(dialogue, "{\"text\":\"" + text + "\",\"speaker\":\"" + speaker + "\"}");
  }

  private static void send(String dialogue, String value) throws Exception {
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(
                cluster.inputTopic(), dialogue.getBytes(UTF_8), value.getBytes(UTF_8))));
  }

  private static void openRow(String text) {
    browser.awaitText(".row .text", text);
    browser.driver().findElements(By.cssSelector(".row")).stream()
        .filter(row -> row.getText().contains(text))
        .findFirst()
        .orElseThrow()
        .sendKeys(Keys.ENTER);
  }

  private static List<String> rows() {
    return browser.texts(".row .text");
  }

  /** Rows of before the page was opened count as shown until it is told what a second brought. */
  private static void awaitNextSecond() {
    browser
        .driver()
        .executeAsyncScript(
            "new MutationObserver(arguments[0])"
                + ".observe(document.querySelector('.flow'), { childList: true });");
  }

  @Test
  void whatAStockClientSendsAppearsAndSaysWhyByKeysAlone() throws Exception {
    say("keys", "system", "두 명이요?");
    browser.awaitText(".row .text", "두 명이요?");
    say("keys", "user", "<b>네</b>.");
    browser.awaitText(".row .text", "<b>네</b>.");

    awaitNextSecond();
    browser.driver().findElement(By.cssSelector("body")).sendKeys(Keys.SPACE);
    browser.awaitText(".pause", "Go on");
    say("keys", "system", "감사합니다.");
    browser.awaitText(".bar", "1 not shown");
    assertThat(rows()).doesNotContain("감사합니다.");

    WebElement row = browser.driver().findElement(By.cssSelector(".row"));
    row.sendKeys(Keys.ENTER);
    browser.awaitText(".details .said", "<b>네</b>.");
    browser.awaitText(".details .strip", "네");
    browser.awaitText(".details", "What was said before");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    browser.patience().until(page -> !page.findElement(By.cssSelector(".details")).isDisplayed());
  }

  /** How long it takes is said and not held: other work on the machine must not fail a test. */
  @Test
  void whatAPlainProducerSendsIsARowSoon() throws Exception {
    List<Long> times = new ArrayList<>();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.partitionsFor(cluster.inputTopic());
      WebDriverWait often = browser.patience(Duration.ofMillis(5));
      for (int i = 0; i < 20; i++) {
        String text = "몇 분이세요? " + i + " 번";
        long start = System.nanoTime();
        var unused =
            producer.send(
                new ProducerRecord<>(cluster.inputTopic(), "soon", "{\"text\":\"" + text + "\"}"));
        often.until(
            page ->
                browser
                    .driver()
                    .executeScript(
                        "return document.querySelector('.rows').textContent.includes(arguments[0])",
                        text));
        times.add((System.nanoTime() - start) / 1_000_000);
      }
    }
    times.sort(null);
    System.out.printf(
        Locale.ROOT,
        "From a plain producer's send to the row in the page, 20 events: median %d ms, longest %d"
            + " ms.%n",
        times.get(10),
        times.get(19));
    assertThat(times.get(10)).isLessThan(10_000);
  }

  /** Numbers were shown as JavaScript has them. */
  @Test
  void anEventIsShownAsItCame() throws Exception {
    send("bytes", "{ \"text\":\"방 있어요?\", \"n\":1.0, \"id\":12345678901234567890 }");
    openRow("방 있어요?");
    browser.awaitText(
        ".details pre",
        "{ \"text\":\"방 있어요?\", \"n\":1.0, \"id\":12345678901234567890 ,\"intent\"");
    send("bytes", "{\"text\":\"긴 이벤트\",\"x\":\"" + "가".repeat(5_000) + "\"}");
    openRow("긴 이벤트");
    browser.awaitText(".details pre", " more bytes");
  }

  /** The row has the first 2,000 characters of a text, and 200 of a key. */
  @Test
  void whyIsAskedOfTheVeryEvent() throws Exception {
    String dialogue = "k".repeat(250);
    String text = "네 그럼요" + " ".repeat(2_100) + "감사합니다";
    send(dialogue, "{\"text\":\"두 명이요?\",\"speaker\":\"system\"}");
    browser.awaitText(".row .text", "두 명이요?");
    send(dialogue, "{\"text\":\"" + text + "\",\"speaker\":\"user\"}");
    openRow("네 그럼요");
    browser.awaitText(".details .why", "What was said before");
    browser.awaitText(".details .why", "감사합니다");

    send(dialogue, "{\"text\":\"아니 " + "아 ".repeat(8_000) + "\"}");
    openRow("아니 아 아");
    browser.awaitText(".details .why .problem", "Expected at most 6000 characters to explain");
    browser.awaitText(
        ".details .why .command",
        "garam explain --model ../../models/korean-dialogue-act --bootstrap-server "
            + broker.bootstrapServers()
            + " --topic "
            + cluster.inputTopic()
            + " --partition ");
  }

  @Test
  void theCommandThatAnEmptyPageShowsSendsAnEvent() throws Exception {
    String command = String.valueOf(browser.call("command.js", "page.sendCommand(info)"));
    assertThat(command)
        .contains("garam send --bootstrap-server " + broker.bootstrapServers())
        .endsWith(" --topic " + cluster.inputTopic());
    Process shell =
        new ProcessBuilder("bash", "-c", "garam() { printf '%s\\n' \"$@\"; cat >&2; }; " + command)
            .start();
    String arguments = new String(shell.getInputStream().readAllBytes(), UTF_8);
    byte[] lines = shell.getErrorStream().readAllBytes();
    assertThat(shell.waitFor()).isZero();
    InputStream standardInput = System.in;
    System.setIn(new ByteArrayInputStream(lines));
    try {
      CommandRun sent = CommandRun.of(arguments.lines().toArray(String[]::new));
      assertThat(sent.err()).isEmpty();
      assertThat(sent.exitCode()).isZero();
    } finally {
      System.setIn(standardInput);
    }
    browser.awaitText(".row .text", "예약하려고요");
  }

  /** An override of the direction in a speaker turned the date beside it. */
  @Test
  void whatOthersWriteTurnsNoWordsOfThePage() throws Exception {
    send("\u202edialogue", "{\"text\":\"\u202e방 있나요\",\"speaker\":\"\u202euser\"}");
    openRow("방 있나요");
    browser.awaitText(".details .strip", "있나요");
    Object turning =
        browser
            .driver()
            .executeScript(
                "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                    + "const found = [];"
                    + "while (walk.nextNode()) {"
                    + "  const { data, parentElement } = walk.currentNode;"
                    + "  if (data.includes('\\u202e')"
                    + "      && !/isolate|plaintext/.test(getComputedStyle(parentElement).unicodeBidi))"
                    + "    found.push(parentElement.outerHTML);"
                    + "}"
                    + "return found;");
    assertThat((List<?>) turning).isEmpty();
    assertThat(browser.texts(".details .note bdi").get(0)).contains("user");
  }

  @Test
  void anAddressWhoseRowIsGoneClosesTheDetailsOfAnother() throws Exception {
    say("gone", "user", "주차 되나요?");
    openRow("주차 되나요?");
    browser.awaitText(".details .said", "주차 되나요?");
    browser.driver().executeScript("location.hash = '#live?at=utterances-0@123456'");
    browser.awaitText(".gone", "utterances-0@123456 is not among these rows any more.");
    assertThat(browser.driver().findElement(By.cssSelector(".details")).isDisplayed()).isFalse();
  }

  @Test
  void anExampleOfTheModelsOwnCanBeTried() {
    show("try");
    browser.awaitText("#panel-try", "For example: 예약하려고요");
    browser.driver().findElement(By.cssSelector("#panel-try .note a")).click();
    browser.awaitText(".verdict", "request");
  }

  @Test
  void filtersGoByMouse() throws Exception {
    say("filter", "system", "두 명이요?");
    browser.awaitText(".row .text", "두 명이요?");
    new Select(browser.driver().findElement(By.cssSelector(".filters select")))
        .selectByVisibleText("request");
    browser
        .patience()
        .withMessage(browser.driver()::getCurrentUrl)
        .until(page -> page.getCurrentUrl().contains("intent=request"));
    say("filter", "user", "방 하나 예약해 주세요.");
    browser.awaitText(".row .text", "방 하나 예약해 주세요.");
    say("filter", "system", "세 명이요?");
    say("filter", "user", "택시 불러 주세요.");
    browser.awaitText(".row .text", "택시 불러 주세요.");

    assertThat(rows()).doesNotContain("세 명이요?", "두 명이요?");
  }

  @Test
  void aTypedDialogueIsTaggedAndCanBeShared() {
    show("try?dialogue=" + "system:%20두%20명이요%3F%0Auser:%20네.");
    browser.driver().navigate().refresh();
    browser.awaitText(".verdict", "affirm");
    browser.awaitText(".why", "두 명이요?");
    browser.driver().findElement(By.cssSelector(".why .layers summary")).click();
    browser.awaitText(".why .layers", "update");
  }

  @Test
  void deadLettersAndADialogueAreReadFromTheirTopics() throws Exception {
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(
                cluster.inputTopic(), "dead".getBytes(UTF_8), "<i>no JSON".getBytes(UTF_8))));
    send("dead", "long and no JSON " + "x".repeat(5_000));
    say("turns", "system", "두 명이요?");
    say("turns", "user", "네.");
    // The page looks every ten seconds.
    assertThat(cluster.read(cluster.deadLetterTopic(), 2, PageBrowser.PATIENCE)).hasSize(2);
    show("dead-letters");
    browser.awaitText("#panel-dead-letters", "Expected the value to be a JSON object");
    browser.awaitText("#panel-dead-letters .text", "long and no JSON");
    browser.driver().findElements(By.cssSelector(".letter summary")).stream()
        .filter(letter -> letter.getText().contains("long and no JSON"))
        .findFirst()
        .orElseThrow()
        .click();
    browser.awaitText("#panel-dead-letters pre", "… 921 more bytes");
    show("dialogue?id=turns");
    browser.awaitText("#panel-dialogue .turns", "affirm");
    show("rates");
    browser.awaitText("#panel-rates", "Events a second");
  }

  @Test
  void nobodyIsShutOut() throws Exception {
    say("axe", "system", "두 명이요?");
    browser.awaitText(".row .text", "두 명이요?");
    assertNoFaults("light", new AxeBuilder());
    // These are the rules on colours, of which the scheme makes others.
    assertNoFaults(
        "dark", new AxeBuilder().withRules(List.of("color-contrast", "link-in-text-block")));
  }

  private static void assertNoFaults(String scheme, AxeBuilder rules) {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    for (String view : List.of("live", "try?text=네", "rates", "dead-letters", "dialogue?id=axe")) {
      show(view);
      browser.awaitText("[role=tab][aria-selected=true]", "");
      List<String> faults =
          rules.analyze(browser.driver()).getViolations().stream()
              .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
              .map(Rule::getHelp)
              .toList();
      assertThat(faults).as(view + " in " + scheme).isEmpty();
    }
  }
}

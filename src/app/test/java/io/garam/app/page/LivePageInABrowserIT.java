package io.garam.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.RunningModel;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import io.garam.web.management.ServingPort;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Drives the live page of a tagger on a real broker in headless Chromium, where there is one. */
class LivePageInABrowserIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private static Cluster cluster;
  private static ManagementPort port;
  private static Tagger tagger;

  private ChromeDriver browser;
  private WebDriverWait wait;

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

  private static Optional<Path> found(Stream<String> names) {
    List<String> all = names.toList();
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> all.stream().map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeEach
  void open() {
    Optional<Path> chromium = found(NAMES.stream());
    Optional<Path> driver = found(Stream.of("chromedriver"));
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "SKIPPED: the live page was opened in no browser, since Chromium or chromedriver is not"
            + " installed");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--window-size=1440,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build(),
            options);
    wait = new WebDriverWait(browser, PATIENCE);
    show("live");
    wait.until(page -> page.findElement(By.id("state")).getText().contains("running"));
    awaitText(".connection", "Live");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      List<String> said =
          browser.manage().logs().get(LogType.BROWSER).getAll().stream()
              .map(entry -> entry.getLevel() + " " + entry.getMessage())
              .filter(line -> line.startsWith("SEVERE") || line.contains("Content Security Policy"))
              .filter(line -> !line.contains("/page/why - Failed to load resource"))
              .toList();
      browser.quit();
      assertThat(said).as("what the console says").isEmpty();
    }
  }

  private void show(String view) {
    browser.get(port.pageAddress().orElseThrow() + "#" + view);
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

  /** Calls what a module of the page exports, and returns what comes of it. */
  private Object call(String module, String expression) {
    return browser.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "Promise.all([import('/page/"
            + module
            + "'), fetch('/page/info').then((answer) => answer.json())])"
            + ".then(([page, info]) => done("
            + expression
            + "), (error) => done(String(error)));");
  }

  private void openRow(String text) {
    awaitText(".row .text", text);
    browser.findElements(By.cssSelector(".row")).stream()
        .filter(row -> row.getText().contains(text))
        .findFirst()
        .orElseThrow()
        .sendKeys(Keys.ENTER);
  }

  private List<String> rows() {
    return texts(".row .text");
  }

  private List<String> texts(String selector) {
    List<String> texts = new ArrayList<>();
    for (WebElement found : browser.findElements(By.cssSelector(selector))) {
      texts.add(found.getText());
    }
    return texts;
  }

  private void awaitText(String selector, String text) {
    wait.withMessage(() -> "\"" + text + "\" in " + selector + ", which has " + texts(selector))
        .ignoring(StaleElementReferenceException.class)
        .until(page -> texts(selector).stream().anyMatch(found -> found.contains(text)));
  }

  @Test
  void whatAStockClientSendsAppearsAndSaysWhyByKeysAlone() throws Exception {
    say("keys", "system", "두 명이요?");
    awaitText(".row .text", "두 명이요?");
    say("keys", "user", "<b>네</b>.");
    awaitText(".row .text", "<b>네</b>.");

    browser.findElement(By.cssSelector("body")).sendKeys(Keys.SPACE);
    awaitText(".pause", "Go on");
    say("keys", "system", "감사합니다.");
    awaitText(".bar", "1 not shown");
    assertThat(rows()).doesNotContain("감사합니다.");

    WebElement row = browser.findElement(By.cssSelector(".row"));
    row.sendKeys(Keys.ENTER);
    awaitText(".details .said", "<b>네</b>.");
    awaitText(".details .strip", "네");
    awaitText(".details", "What was said before");
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    wait.until(page -> !page.findElement(By.cssSelector(".details")).isDisplayed());
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
      WebDriverWait often = new WebDriverWait(browser, PATIENCE, Duration.ofMillis(5));
      for (int i = 0; i < 20; i++) {
        String text = "몇 분이세요? " + i + " 번";
        long start = System.nanoTime();
        var unused =
            producer.send(
                new ProducerRecord<>(cluster.inputTopic(), "soon", "{\"text\":\"" + text + "\"}"));
        often.until(
            page ->
                browser.executeScript(
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
    awaitText(
        ".details pre",
        "{ \"text\":\"방 있어요?\", \"n\":1.0, \"id\":12345678901234567890 ,\"intent\"");
    send("bytes", "{\"text\":\"긴 이벤트\",\"x\":\"" + "가".repeat(5_000) + "\"}");
    openRow("긴 이벤트");
    awaitText(".details pre", " more bytes");
  }

  /** The row has the first 2,000 characters of a text, and 200 of a key. */
  @Test
  void whyIsAskedOfTheVeryEvent() throws Exception {
    String dialogue = "k".repeat(250);
    String text = "네 그럼요" + " ".repeat(2_100) + "감사합니다";
    send(dialogue, "{\"text\":\"두 명이요?\",\"speaker\":\"system\"}");
    awaitText(".row .text", "두 명이요?");
    send(dialogue, "{\"text\":\"" + text + "\",\"speaker\":\"user\"}");
    openRow("네 그럼요");
    awaitText(".details .why", "What was said before");
    awaitText(".details .why", "감사합니다");

    send(dialogue, "{\"text\":\"아니 " + "아 ".repeat(8_000) + "\"}");
    openRow("아니 아 아");
    awaitText(".details .why .problem", "Expected at most 6000 characters to explain");
    awaitText(
        ".details .why .command",
        "garam explain --model ../../models/korean-dialogue-act --bootstrap-server "
            + broker.bootstrapServers()
            + " --topic "
            + cluster.inputTopic()
            + " --partition ");
  }

  @Test
  void theCommandThatAnEmptyPageShowsSendsAnEvent() throws Exception {
    String command = String.valueOf(call("command.js", "page.sendCommand(info)"));
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
    awaitText(".row .text", "예약하려고요");
  }

  @Test
  void silentBrokersAreSaidBeforeWhatKafkaStreamsTakesItselfFor() {
    assertThat(
            call(
                "state.js",
                "page.describe({state: 'RUNNING', brokersSilentSince: '2026-11-27T10:00:00Z'}).words"))
        .asString()
        .matches("brokers do not answer since \\d\\d:00:00");
    assertThat(call("state.js", "page.describe({state: 'PENDING_SHUTDOWN'}).words"))
        .isEqualTo("pending shutdown");
  }

  @Test
  void aRateIsOfTheTimeThatHasPassed() {
    assertThat(call("rates.js", "page.pace({stepMs: 10000, events: [100, 300]}).perSecond"))
        .isEqualTo(20L);
    assertThat(call("rates.js", "page.pace({stepMs: 10000, events: [100, 300]}).span"))
        .isEqualTo("the first 20 s");
    assertThat(
            call("rates.js", "page.pace({stepMs: 10000, events: [9000, 6, 6, 6, 6, 6, 6]}).span"))
        .isEqualTo("the last minute");
    assertThat(
            call(
                "rates.js",
                "page.pace({stepMs: 10000, events: [9000, 60, 60, 60, 60, 60, 60]}).perSecond"))
        .isEqualTo(6L);
    assertThat(call("rates.js", "page.pace({stepMs: 10000, events: []}).perSecond")).isNull();
  }

  /** Of dozens of earlier utterances, nearly all were said to have an effect of −0.0. */
  @Test
  void whatWasSaidBeforeIsShownAsFarAsItMatters() {
    String effects = "[[0.04, -0.2], [-0.03, 0], [null, 0.02], [1.5, -1]]";
    String parts =
        "page.earlierParts("
            + effects
            + ".map(([onLabel, onRunnerUp], part) => ({ part, onLabel, onRunnerUp })))";
    assertThat(call("why.js", parts + ".shown.map(({ part }) => part)")).isEqualTo(List.of(3L, 0L));
    assertThat(call("why.js", parts + ".rest.map(({ part }) => part)")).isEqualTo(List.of(2L, 1L));
    assertThat(
            call(
                "why.js",
                "page.earlierParts([{ onLabel: 0.01, onRunnerUp: 0 }, { onLabel: -0.02, onRunnerUp:"
                    + " 0 }]).shown[0].onLabel"))
        .isEqualTo(-0.02);
    assertThat(call("dom.js", "[-0.04, 0.04, -0.06, 2].map(page.signed).join(' ')"))
        .isEqualTo("0.0 0.0 −0.1 +2.0");
  }

  /** There were two bars as long as each other, of unknown and of the likeliest. */
  @Test
  void anUnknownRowSaysWhatWasTheLikeliestAndItsThreshold() {
    assertThat(
            call(
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
            call(
                "gates.js",
                "page.unitOrder({ gates: [{ openings: [[0.1, 0.9, 0.5], [0.3, 0.7, 0.6]] },"
                    + " { openings: [[0.9, 0.1, 0.2], [0.9, 0.1, 0.2]] }] })"))
        .isEqualTo(List.of(1L, 2L, 0L));
  }

  /** An override of the direction in a speaker turned the date beside it. */
  @Test
  void whatOthersWriteTurnsNoWordsOfThePage() throws Exception {
    send("\u202edialogue", "{\"text\":\"\u202e방 있나요\",\"speaker\":\"\u202euser\"}");
    openRow("방 있나요");
    awaitText(".details .strip", "있나요");
    Object turning =
        browser.executeScript(
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
    assertThat(texts(".details .note bdi").get(0)).contains("user");
  }

  @Test
  void anAddressWhoseRowIsGoneClosesTheDetailsOfAnother() throws Exception {
    say("gone", "user", "주차 되나요?");
    openRow("주차 되나요?");
    awaitText(".details .said", "주차 되나요?");
    browser.executeScript("location.hash = '#live?at=utterances-0@123456'");
    awaitText(".gone", "utterances-0@123456 is not among these rows any more.");
    assertThat(browser.findElement(By.cssSelector(".details")).isDisplayed()).isFalse();
  }

  @Test
  void anExampleOfTheModelsOwnCanBeTried() {
    show("try");
    awaitText("#panel-try", "For example: 예약하려고요");
    browser.findElement(By.cssSelector("#panel-try .note a")).click();
    awaitText(".verdict", "request");
  }

  @Test
  void withoutAStreamThereIsNoMoreThanWhatIsTyped() {
    GaramConfig config =
        GaramConfig.of(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                GaramConfig.MODEL,
                "../../models/korean-dialogue-act"));
    try (RunningModel model = RunningModel.load(config);
        ServingPort serving =
            ServingPort.open(
                config, InetSocketAddress.createUnresolved("127.0.0.1", 0), model, 1)) {
      browser.get(serving.pageAddress().orElseThrow());
      awaitText("#panel-try", "For example: ");
      assertThat(texts("[role=tab]")).containsExactly("Try it");
      browser.findElement(By.id("said")).sendKeys("방 하나 예약해 주세요.", Keys.ENTER);
      awaitText(".verdict", "request");
      awaitText(".why", "예약해");
    }
  }

  @Test
  void filtersGoByMouse() throws Exception {
    say("filter", "system", "두 명이요?");
    awaitText(".row .text", "두 명이요?");
    new Select(browser.findElement(By.cssSelector(".filters select")))
        .selectByVisibleText("request");
    wait.withMessage(browser::getCurrentUrl)
        .until(page -> page.getCurrentUrl().contains("intent=request"));
    say("filter", "user", "방 하나 예약해 주세요.");
    awaitText(".row .text", "방 하나 예약해 주세요.");
    say("filter", "system", "세 명이요?");
    say("filter", "user", "택시 불러 주세요.");
    awaitText(".row .text", "택시 불러 주세요.");

    assertThat(rows()).doesNotContain("세 명이요?", "두 명이요?");
  }

  @Test
  void aTypedDialogueIsTaggedAndCanBeShared() {
    show("try?dialogue=" + "system:%20두%20명이요%3F%0Auser:%20네.");
    browser.navigate().refresh();
    awaitText(".verdict", "affirm");
    awaitText(".why", "두 명이요?");
    browser.findElement(By.cssSelector(".why .layers summary")).click();
    awaitText(".why .layers", "update");
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
    show("dead-letters");
    awaitText("#panel-dead-letters", "Expected the value to be a JSON object");
    awaitText("#panel-dead-letters .text", "long and no JSON");
    browser.findElements(By.cssSelector(".letter summary")).stream()
        .filter(letter -> letter.getText().contains("long and no JSON"))
        .findFirst()
        .orElseThrow()
        .click();
    awaitText("#panel-dead-letters pre", "… 921 more bytes");
    show("dialogue?id=turns");
    awaitText("#panel-dialogue .turns", "affirm");
    show("rates");
    awaitText("#panel-rates", "Events a second");
  }

  @Test
  void nobodyIsShutOut() throws Exception {
    say("axe", "system", "두 명이요?");
    awaitText(".row .text", "두 명이요?");
    for (String scheme : List.of("light", "dark")) {
      browser.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      for (String view :
          List.of("live", "try?text=네", "rates", "dead-letters", "dialogue?id=axe")) {
        show(view);
        awaitText("[role=tab][aria-selected=true]", "");
        List<String> faults =
            new AxeBuilder()
                .analyze(browser).getViolations().stream()
                    .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .map(Rule::getHelp)
                    .toList();
        assertThat(faults).as(view + " in " + scheme).isEmpty();
      }
    }
  }
}

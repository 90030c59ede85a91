package io.garam.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
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
              .toList();
      browser.quit();
      assertThat(said).as("what the console says").isEmpty();
    }
  }

  private void show(String view) {
    browser.get(port.pageAddress() + "#" + view);
  }

  private static void say(String dialogue, String speaker, String text) throws Exception {
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(
                cluster.inputTopic(),
                dialogue.getBytes(UTF_8),
                ("{\"text\":\"" + text + "\",\"speaker\":\"" + speaker + "\"}").getBytes(UTF_8))));
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
    say("turns", "system", "두 명이요?");
    say("turns", "user", "네.");
    show("dead-letters");
    awaitText("#panel-dead-letters", "Expected the value to be a JSON object");
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

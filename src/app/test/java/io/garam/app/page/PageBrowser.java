package io.garam.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Headless Chromium that the tests of a class share, since a start costs seconds. Each test has a
 * tab of its own, and fails if the console complains. Where there is no Chromium, they are skipped.
 */
final class PageBrowser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private @Nullable ChromeDriver driver;

  private static Optional<Path> found(List<String> names) {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> names.stream().map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = found(NAMES);
    Optional<Path> service = found(List.of("chromedriver"));
    assumeTrue(
        chromium.isPresent() && service.isPresent(),
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
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(service.get().toFile()).build(),
            options);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    String last = driver().getWindowHandle();
    driver().switchTo().newWindow(WindowType.TAB);
    String own = driver().getWindowHandle();
    driver().switchTo().window(last).close();
    driver().switchTo().window(own);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> said =
        driver().manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(entry -> entry.getLevel() + " " + entry.getMessage())
            .filter(line -> line.startsWith("SEVERE") || line.contains("Content Security Policy"))
            .filter(line -> !line.contains("/page/why - Failed to load resource"))
            .toList();
    assertThat(said).as("what the console says").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (driver != null) {
      driver.quit();
    }
  }

  /** Returns what drives the tab of the test. */
  ChromeDriver driver() {
    return Objects.requireNonNull(driver, "register it in a static field");
  }

  /** Opens an address; where the page is open already, it shows another view. */
  void open(String address) {
    driver().get(address);
  }

  /** Returns what waits for a condition. */
  WebDriverWait patience() {
    return patience(STEP);
  }

  /** Returns what waits for a condition and looks that often. */
  WebDriverWait patience(Duration step) {
    return new WebDriverWait(driver(), PATIENCE, step);
  }

  /** Returns the texts of all elements that a selector finds. */
  List<String> texts(String selector) {
    List<String> texts = new ArrayList<>();
    for (WebElement found : driver().findElements(By.cssSelector(selector))) {
      texts.add(found.getText());
    }
    return texts;
  }

  /** Waits until an element that a selector finds has a text. */
  void awaitText(String selector, String text) {
    patience()
        .withMessage(() -> "\"" + text + "\" in " + selector + ", which has " + texts(selector))
        .ignoring(StaleElementReferenceException.class)
        .until(page -> texts(selector).stream().anyMatch(found -> found.contains(text)));
  }

  /** Calls what a module of the page exports, and returns what comes of it. */
  Object call(String module, String expression) {
    return driver()
        .executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "Promise.all([import('/page/"
                + module
                + "'), fetch('/page/info').then((answer) => answer.json())])"
                + ".then(([page, info]) => done("
                + expression
                + "), (error) => done(String(error)));");
  }
}

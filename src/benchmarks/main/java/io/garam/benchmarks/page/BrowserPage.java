package io.garam.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.garam.nlu.GaramException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Page in a Chromium of its own without a window, asked over the Chrome DevTools Protocol. It ends
 * with this.
 */
final class BrowserPage implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String LISTENING = "DevTools listening on ws://";
  private static final int PATIENCE_SECONDS = 30;

  /** Counts frames, and the longest time without one, in ms. */
  private static final String FRAMES =
      """
      new Promise((done) => {
        const start = performance.now();
        let last = start;
        let frames = 0;
        let longest = 0;
        const frame = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          frames++;
          if (now - start < %d) requestAnimationFrame(frame);
          else done({
            perSecond: frames * 1000 / (now - start),
            longest,
            rows: document.querySelectorAll('.row').length,
            heap: performance.memory.usedJSHeapSize,
          });
        };
        requestAnimationFrame(frame);
      })
      """;

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Answers answers = new Answers();
  private final WebSocket socket;

  private BrowserPage(Process process) throws IOException, InterruptedException {
    this.process = process;
    URI target = target(address(process.errorReader()));
    this.socket = http.newWebSocketBuilder().buildAsync(target, answers).join();
  }

  /**
   * Opens a page.
   *
   * @param folder for what the browser keeps
   * @throws GaramException if there is no Chromium
   */
  static BrowserPage open(String address, Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--window-size=1440,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                address)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new BrowserPage(process);
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  private static Path program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new GaramException(
                    "Expected Chromium to open the page in, but the path has none of "
                        + NAMES
                        + "; install chromium."));
  }

  private static String address(BufferedReader log) throws IOException {
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.startsWith(LISTENING)) {
        String rest = line.substring(LISTENING.length());
        return rest.substring(0, rest.indexOf('/'));
      }
    }
    throw new GaramException("Expected Chromium to listen for questions, but it ended.");
  }

  private URI target(String address) throws IOException, InterruptedException {
    HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json")).build();
    for (JsonNode one : JSON.readTree(http.send(list, BodyHandlers.ofString()).body())) {
      if (one.path("type").asText().equals("page")) {
        return URI.create(one.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new GaramException("Expected Chromium to show a page, but it shows none.");
  }

  /**
   * Counts its frames from now on.
   *
   * @return what came of it, when the time is over
   */
  CompletableFuture<Frames> frames(int seconds) {
    var parameters = JSON.createObjectNode().put("awaitPromise", true).put("returnByValue", true);
    parameters.put("expression", FRAMES.formatted(TimeUnit.SECONDS.toMillis(seconds)));
    String request =
        JSON.createObjectNode()
            .put("id", 1)
            .put("method", "Runtime.evaluate")
            .set("params", parameters)
            .toString();
    CompletableFuture<Frames> frames =
        answers.next().thenApply(answer -> Frames.of(answer.at("/result/result/value")));
    socket.sendText(request, true).join();
    return frames.orTimeout(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }

  /**
   * What a page did while it was watched.
   *
   * @param perSecond frames a second
   * @param longestMillis the longest time without one
   * @param rows that it shows at the end
   * @param heapBytes that its scripts hold at the end
   */
  record Frames(double perSecond, double longestMillis, int rows, long heapBytes) {

    static Frames of(JsonNode value) {
      return new Frames(
          value.required("perSecond").asDouble(),
          value.required("longest").asDouble(),
          value.required("rows").asInt(),
          value.required("heap").asLong());
    }
  }

  /** Answers that come in pieces, one question at a time. */
  private static final class Answers implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private volatile CompletableFuture<JsonNode> next = new CompletableFuture<>();

    CompletableFuture<JsonNode> next() {
      next = new CompletableFuture<>();
      return next;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        try {
          next.complete(JSON.readTree(text.toString()));
        } catch (IOException e) {
          next.completeExceptionally(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}

package io.garam.app.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code health}: asks the management port of a tagger how it is. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a tagger that runs whether it is well: exit code 0 if so, 1 if not.",
      "",
      "For health checks where no HTTP client is at hand, such as inside the image."
    },
    footer = {"", "Example:", "  garam health --ready"})
public final class HealthCommand implements Callable<Integer> {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final String USUAL = "http://127.0.0.1:7878";

  /** Where the field that all answers have is. */
  private static final String STATE = "/state";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = USUAL,
      description = "Address of its management port (default: ${DEFAULT-VALUE}).")
  private String url;

  @Option(
      names = "--ready",
      description = "Ask whether it tags what is written now, not only whether it lives.")
  private boolean ready;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    URI asked = address().resolve(ready ? "/ready" : "/health");
    HttpResponse<String> answer;
    try {
      answer =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .build()
              .send(
                  HttpRequest.newBuilder(asked).timeout(TIMEOUT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new GaramException(
          "Expected an answer of "
              + asked
              + ", but there is none ("
              + e
              + "); see whether garam run is up and where it says its metrics are.",
          e);
    }
    if (!isOfATagger(answer.body())) {
      throw new GaramException(
          "Expected a tagger to answer at "
              + asked
              + ", but something else did (HTTP status "
              + answer.statusCode()
              + ", \""
              + Printable.beginning(answer.body(), 40)
              + "\"); garam run says where its metrics are.");
    }
    spec.commandLine().getOut().print(answer.body());
    return answer.statusCode() == OK ? 0 : 1;
  }

  private URI address() {
    try {
      URI address = new URI(url);
      if ("http".equals(address.getScheme())
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getPath().matches("/?")
          && address.getQuery() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below, in words of an address.
    }
    throw new UsageException(
        "Expected --url to be an address such as "
            + USUAL
            + ", but found "
            + Printable.withoutUsers(url)
            + "; garam run says where its metrics are.");
  }

  private static boolean isOfATagger(String answer) {
    try {
      return Json.MAPPER.readTree(answer).at(STATE).isTextual();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}

package io.garam.app.health;

import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.net.URI;
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

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = USUAL,
      description = "Address of its management port (default: ${DEFAULT-VALUE}).")
  private URI url;

  @Option(
      names = "--ready",
      description = "Ask whether it tags what is written now, not only whether it lives.")
  private boolean ready;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (!"http".equals(url.getScheme()) || url.getHost() == null) {
      throw new UsageException(
          "Expected --url to be an address such as "
              + USUAL
              + ", but found "
              + url
              + "; garam run says where its metrics are.");
    }
    URI asked = url.resolve(ready ? "/ready" : "/health");
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .build()
              .send(
                  HttpRequest.newBuilder(asked).timeout(TIMEOUT).build(), BodyHandlers.ofString());
      spec.commandLine().getOut().print(answer.body());
      return answer.statusCode() == OK ? 0 : 1;
    } catch (IOException e) {
      throw new GaramException(
          "Expected an answer of "
              + asked
              + ", but there is none ("
              + e
              + "); see whether garam run is up and where it says its metrics are.",
          e);
    }
  }
}

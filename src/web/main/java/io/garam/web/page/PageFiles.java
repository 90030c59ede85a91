package io.garam.web.page;

import io.garam.web.server.Access;
import io.garam.web.server.Answer;
import io.garam.web.server.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of the page, from the class path: nothing is fetched from elsewhere. */
final class PageFiles {

  /** No script, style, image or connection but the page's own, and in no other site's frame. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

  private static final List<String> MODULES =
      List.of(
          "api.js",
          "app.js",
          "charts.js",
          "command.js",
          "dead-letters.js",
          "details.js",
          "dialogue.js",
          "dom.js",
          "gates.js",
          "labels.js",
          "live.js",
          "rates.js",
          "rows.js",
          "state.js",
          "stream.js",
          "try.js",
          "why.js");

  private PageFiles() {}

  /** Returns an endpoint for each file below a path. */
  static Map<String, Endpoint> below(String path) {
    Map<String, Endpoint> files = new HashMap<>();
    String withoutSlash = path.substring(0, path.length() - 1);
    files.put(withoutSlash, leadingTo(path, 301));
    files.put(path, file("index.html", HTML));
    files.put(path + "style.css", file("style.css", CSS));
    MODULES.forEach(name -> files.put(path + name, file(name, JAVASCRIPT)));
    files.put(path + "uplot.js", file(UPLOT + "uPlot.esm.js", JAVASCRIPT));
    files.put(path + "uplot.css", file(UPLOT + "uPlot.min.css", CSS));
    return files;
  }

  /** Returns an endpoint that leads browsers to a path. */
  static Endpoint leadingTo(String path, int status) {
    Answer there = new Answer(status, HTML, new byte[0], Map.of("Location", path), "");
    return new Endpoint.Get(Access.OPEN, request -> there);
  }

  private static Endpoint file(String resource, String contentType) {
    Answer answer = new Answer(200, contentType, read(resource), HEADERS, "");
    return new Endpoint.Get(Access.OPEN, request -> answer);
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PageFiles.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of this module can be read", e);
    }
  }
}

package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.text.Printable;
import io.garam.web.server.ReceivedRequest.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Access rule of what is not for everyone who reaches the port.
 *
 * <ul>
 *   <li>A browser that acts for another site is refused, by {@code Sec-Fetch-Site} and {@code
 *       Origin}.
 *   <li>Where there is a token, a request must carry it (RFC 6750).
 *   <li>Where there is none, the port must be on loopback and the request name it so: a site whose
 *       name was made to mean this machine (DNS rebinding) names itself.
 * </ul>
 */
public final class GuardedAccess implements Access {

  private static final int LONGEST_QUOTE = 100;
  private static final String SCHEME = "Bearer ";
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

  private final boolean onLoopback;
  private final Optional<byte[]> token;
  private final String tokenSetting;

  /**
   * @param listener where the port listens
   * @param token that requests must carry, empty for none
   * @param tokenSetting the setting that gives one, for the message of a refusal
   */
  public GuardedAccess(InetSocketAddress listener, Optional<String> token, String tokenSetting) {
    this.onLoopback = isLoopback(listener.getHostString());
    this.token = token.map(text -> text.getBytes(UTF_8));
    this.tokenSetting = tokenSetting;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Says whether anybody is let in: on loopback, and beyond it with a token alone. */
  public boolean isOpen() {
    return onLoopback || token.isPresent();
  }

  @Override
  public Optional<Problem> refusal(Headers headers) {
    return crossSite(headers)
        .or(() -> token.isPresent() ? wrongToken(headers, token.get()) : notLocal(headers));
  }

  private static Optional<Problem> crossSite(Headers headers) {
    String site = headers.get("Sec-Fetch-Site");
    String origin = headers.get("Origin");
    boolean same =
        (site.isEmpty() || site.equals("same-origin") || site.equals("none"))
            && (origin.isEmpty()
                || origin.equalsIgnoreCase("http://" + headers.get("Host"))
                || origin.equalsIgnoreCase("https://" + headers.get("Host")));
    return same
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                HttpStatus.FORBIDDEN_403,
                "cross-site",
                "Expected a request of this site or of a program, but a browser sent it for "
                    + (origin.isEmpty() ? "another site" : quoted(origin))
                    + "; let that site's server ask instead."));
  }

  private static Optional<Problem> wrongToken(Headers headers, byte[] expected) {
    String given = headers.get("Authorization");
    boolean bears = given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] found = (bears ? given.substring(SCHEME.length()).trim() : "").getBytes(UTF_8);
    return MessageDigest.isEqual(found, expected)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    HttpStatus.UNAUTHORIZED_401,
                    "unauthorized",
                    "Expected the header \"Authorization: Bearer TOKEN\" with the token of this"
                        + " port, but found "
                        + (given.isEmpty() ? "none" : bears ? "another token" : "another scheme")
                        + "; ask whoever runs it for the token.")
                .with(Map.of("WWW-Authenticate", "Bearer realm=\"garam\"")));
  }

  private Optional<Problem> notLocal(Headers headers) {
    if (!onLoopback) {
      return Optional.of(
          Problem.of(
              HttpStatus.FORBIDDEN_403,
              "no-token-set",
              "Expected a token to be set before this answers beyond loopback, but there is none;"
                  + " set "
                  + tokenSetting
                  + ", and send it as \"Authorization: Bearer TOKEN\"."));
    }
    String host = headers.get("Host").toLowerCase(Locale.ROOT);
    return LOOPBACK.matcher(host).matches()
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                HttpStatus.FORBIDDEN_403,
                "foreign-host",
                "Expected the host to be localhost or a loopback address, where this listens, but"
                    + " found "
                    + (host.isEmpty() ? "none" : quoted(host))
                    + "; ask it by that name, or set "
                    + tokenSetting
                    + " and send the token."));
  }

  private static String quoted(String text) {
    return "\"" + Printable.beginning(text, LONGEST_QUOTE) + "\"";
  }
}

package io.garam.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedAccessTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final Access LOOPBACK = access("127.0.0.1", Optional.empty());
  private static final Access WITH_TOKEN = access("0.0.0.0", Optional.of(TOKEN));

  private static Access access(String host, Optional<String> token) {
    return new GuardedAccess(
        InetSocketAddress.createUnresolved(host, 7878), token, "garam.http.token");
  }

  private static String refusal(Access access, String... headers) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      given.put(headers[i], headers[i + 1]);
    }
    return access
        .refusal(name -> given.getOrDefault(name, ""))
        .map(problem -> problem.status() + " " + problem.code() + " " + problem.detail())
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:7878", "127.0.0.1:7878", "127.1.2.3", "[::1]:7878"})
  void onLoopbackARequestNamesItByALoopbackName(String host) {
    assertThat(refusal(LOOPBACK, "Host", host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7878", "127.0.0.1@x",
        "10.0.0.1", "[::2]", "", "x\u202e"
      })
  void aSiteWhoseNameWasMadeToMeanThisMachineIsRefused(String host) {
    assertThat(refusal(LOOPBACK, "Host", host))
        .startsWith("403 foreign-host Expected the host to be localhost")
        .doesNotContain("\u202e");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void aBrowserThatActsForAnotherSiteIsRefusedWithATokenToo(String header, String value) {
    assertThat(refusal(LOOPBACK, "Host", "localhost:7878", header, value))
        .startsWith("403 cross-site ");
    assertThat(refusal(WITH_TOKEN, "Authorization", "Bearer " + TOKEN, header, value))
        .startsWith("403 cross-site ");
  }

  @Test
  void aPageOfThePortItselfMayAsk() {
    assertThat(
            refusal(
                LOOPBACK,
                "Host",
                "localhost:7878",
                "Origin",
                "http://localhost:7878",
                "Sec-Fetch-Site",
                "same-origin"))
        .isEmpty();
    assertThat(refusal(LOOPBACK, "Host", "localhost", "Sec-Fetch-Site", "none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::", "nowhere.invalid"})
  void beyondLoopbackItIsOffUntilATokenIsSet(String listener) {
    assertThat(refusal(access(listener, Optional.empty()), "Host", "localhost"))
        .startsWith("403 no-token-set ")
        .contains("set garam.http.token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + TOKEN, "bearer   " + TOKEN, "BEARER " + TOKEN + " "})
  void whoHasTheTokenMayAskByAnyName(String authorization) {
    assertThat(refusal(WITH_TOKEN, "Host", "garam.example", "Authorization", authorization))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        TOKEN,
        "Basic " + TOKEN,
        "Bearer " + TOKEN + "0",
        "Bearer 0123456789abcdeF",
        "Bearer 0123456789abcde"
      })
  void anotherTokenIsRefusedAndNotTold(String authorization) {
    assertThat(refusal(WITH_TOKEN, "Host", "localhost", "Authorization", authorization))
        .startsWith("401 unauthorized ")
        .doesNotContain("0123");
  }

  @Test
  void aTokenThatIsSetCountsOnLoopbackToo() {
    assertThat(refusal(access("127.0.0.1", Optional.of(TOKEN)), "Host", "localhost"))
        .startsWith("401 ");
  }
}

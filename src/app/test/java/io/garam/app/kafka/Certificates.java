package io.garam.app.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keystores of self-signed certificates for 127.0.0.1, and truststores that trust them. */
record Certificates(Path folder) {

  static final String PASSWORD = "secret";

  /** Makes {@code name.p12} and the {@code name-trust.p12} that trusts it. */
  void make(String name, String host) throws Exception {
    List<String> pair =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", name, "-keyalg", "RSA", "-dname", "CN=" + name));
    pair.addAll(List.of("-ext", "san=" + host, "-ext", "bc:c", "-keystore", store(name)));
    keytool(pair);
    String certificate = folder.resolve(name + ".crt").toString();
    keytool(List.of("-exportcert", "-alias", name, "-keystore", store(name), "-file", certificate));
    keytool(
        List.of(
            "-importcert",
            "-noprompt",
            "-alias",
            name,
            "-file",
            certificate,
            "-keystore",
            store(name + "-trust")));
  }

  /**
   * Makes {@code name.p12} with a certificate that another one signs. Java judges the validity of a
   * certificate only if it does not trust that very certificate.
   */
  void sign(String name, String authority, String host, String... validity) throws Exception {
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "RSA",
            "-dname",
            "CN=" + name,
            "-keystore",
            store(name)));
    String request = folder.resolve(name + ".csr").toString();
    String signed = folder.resolve(name + "-signed.crt").toString();
    keytool(List.of("-certreq", "-alias", name, "-keystore", store(name), "-file", request));
    List<String> sign =
        new ArrayList<>(
            List.of("-gencert", "-alias", authority, "-keystore", store(authority), "-infile"));
    sign.addAll(List.of(request, "-outfile", signed, "-ext", "san=" + host));
    sign.addAll(List.of(validity));
    keytool(sign);
    for (String certificate : List.of(folder.resolve(authority + ".crt").toString(), signed)) {
      String alias = certificate.equals(signed) ? name : authority;
      keytool(
          List.of(
              "-importcert",
              "-noprompt",
              "-alias",
              alias,
              "-file",
              certificate,
              "-keystore",
              store(name)));
    }
  }

  String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  private void keytool(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}

package io.garam.app.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * Issuer of signed JSON web tokens (RFC 7519), whose public key is in a file.
 *
 * @param keys the key as a JSON web key set (RFC 7517)
 */
record Tokens(Path keys, KeyPair pair) {

  static final String AUDIENCE = "kafka";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** Makes a key and writes the public half of it into a folder. */
  static Tokens in(Path folder) throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    Path keys =
        Files.writeString(
            folder.resolve("keys.json"),
            String.format(
                Locale.ROOT,
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\",\"alg\":\"RS256\",\"use\":\"sig\","
                    + "\"n\":\"%s\",\"e\":\"%s\"}]}",
                number(key.getModulus()),
                number(key.getPublicExponent())));
    return new Tokens(keys, pair);
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  /** Returns a token of a subject that is valid from now until a time. */
  String issue(String subject, Instant expiry) throws GeneralSecurityException {
    return sign(
        String.format(
            Locale.ROOT,
            "{\"sub\":\"%s\",\"aud\":\"%s\",\"scope\":\"all\",\"iat\":%d,\"exp\":%d}",
            subject,
            AUDIENCE,
            Math.min(Instant.now().getEpochSecond(), expiry.getEpochSecond()) - 60,
            expiry.getEpochSecond()));
  }

  private String sign(String claims) throws GeneralSecurityException {
    String signed =
        BASE64.encodeToString("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(UTF_8))
            + "."
            + BASE64.encodeToString(claims.getBytes(UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }
}

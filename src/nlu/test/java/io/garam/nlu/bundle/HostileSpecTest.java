package io.garam.nlu.bundle;

import static io.garam.nlu.bundle.ForgedBundle.content;
import static io.garam.nlu.bundle.ForgedBundle.dialogue;
import static io.garam.nlu.bundle.ForgedBundle.plain;
import static io.garam.nlu.bundle.ForgedBundle.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.bundle.ForgedBundle.Forgery;
import io.garam.nlu.bundle.ForgedBundle.Hostile;
import io.garam.nlu.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bundle may not say of itself, or expect of its model, though its digests match. */
final class HostileSpecTest {

  @TempDir private Path folder;

  static List<Hostile> specs() {
    return List.of(
        plain("a spec of null", unread("null"), "no JSON object"),
        plain("a spec that is a list", unread("[]"), "no JSON object"),
        plain("a spec cut short", unread("{\"format\" : 4,"), "not readable"),
        plain("a spec of nothing", unread(""), "no JSON object"),
        plain("a spec 2,000 levels deep", unread("[".repeat(2_000)), "not readable"),
        plain("a spec of 5 MB", unread(" ".repeat(5 << 20)), "at most 4194304 bytes"),
        plain("a format between two", format(4.5), "found format 4.5;"),
        plain("a format in quotes", format("4"), "found format \"4\";"),
        plain("half a token", tokens(64.5), "no value that fits at words.tokenizer"),
        plain("a number that is none", unread("{\"format\":NaN}"), "(Non-standard token 'NaN' in"),
        plain("a key twice", unread("{\"format\":4,\"format\":4}"), "not readable"),
        plain(
            "a cascade of one view",
            spec((spec, d) -> spec.putNull("characters")),
            "a cascade needs words, characters and no dialogue"),
        plain(
            "a cascade that is never sure",
            spec((spec, d) -> ((ObjectNode) spec.get("cascade")).put("threshold", 1.5)),
            "a threshold from 0 to 1"),
        plain(
            "a cascade of no temperature",
            spec((spec, d) -> ((ObjectNode) spec.get("cascade")).put("temperature", 0)),
            "the temperature must be positive"),
        plain(
            "no cascade where there is a second stage",
            spec((spec, d) -> spec.putNull("cascade")),
            "but found"),
        plain("an unknown key", spec((spec, d) -> spec.put("hook", "x")), "hook"),
        plain("no digests", spec((spec, d) -> spec.putNull("files")), "files"),
        plain(
            "a digest of null",
            digest(files -> files.putNull("model.onnx")),
            "at files.model.onnx"),
        plain("a digest left out", digest(files -> files.remove("golden.jsonl")), "its digest"),
        plain("no decision", spec((spec, d) -> spec.putNull("decision")), "decision"),
        plain("labels of null", spec((spec, d) -> d.putNull("labels")), "labels"),
        plain(
            "a label of null",
            spec((spec, d) -> d.putArray("labels").addNull()),
            "at decision.labels"),
        plain("no labels", spec((spec, d) -> d.putArray("labels")), "labels from 1 to"),
        plain("too many labels", labels(many(10_001)), "labels from 1 to 10000"),
        plain("a label twice", labels(List.of("a", "a")), "\"a\" twice"),
        plain("an empty label", labels(List.of("a", " ")), "labels of 1 to 200 characters"),
        plain("a label of 5,000", labels(List.of("a", "b".repeat(5_000))), "200 characters"),
        plain("a label with an escape", labels(List.of("a", "\u001b[2J")), "\"\\u001b[2J\""),
        plain("a name with an escape", named("name", "\u001b]0;x\u0007"), "control character"),
        plain("a name of two lines", named("name", "a\nb"), "name of 1 to 200"),
        plain("a name that turns around", named("name", "a\u202eb"), "name of 1 to 200"),
        plain("a version of 5,000", named("version", "1".repeat(5_000)), "version of 1 to 200"),
        plain("an empty version", named("version", ""), "version of 1 to 200"),
        plain("a threshold of 2", number("threshold", "2"), "a threshold from 0 to 1"),
        plain("a threshold below 0", number("threshold", "-0.1"), "a threshold from 0 to 1"),
        plain("a threshold of NaN", number("threshold", "NaN"), "a threshold from 0 to 1"),
        plain("a temperature of 0", number("temperature", "0"), "temperature"),
        plain("a temperature of NaN", number("temperature", "NaN"), "temperature"),
        plain("a boundless temperature", number("temperature", "Infinity"), "temperature"),
        plain("an exponent of 0", number("exponent", "0"), "exponent"),
        plain("a boundless exponent", number("exponent", "1e999"), "exponent"),
        plain("another exponent", number("exponent", "1.6"), "as when it was made"),
        plain("another temperature", number("temperature", "3.21"), "as when it was made"),
        plain("no tokenizer", words("words", w -> w.putNull("tokenizer")), "tokenizer"),
        plain("endless tokens", tokenizer("words", "maxTokens"), "maxTokens from 1 to 8192"),
        plain("endless characters", tokenizer("characters", "maxCharacters"), "maxCharacters"),
        plain("a stride of 9", words("characters", c -> c.put("stride", 9)), "stride from 1 to 8"),
        plain(
            "a stride in quotes",
            words("characters", c -> c.put("stride", "2")),
            "fits at characters.stride"),
        plain("a name that is a number", spec((spec, d) -> spec.put("name", 5)), "fits at name"),
        plain(
            "a cascade in quotes",
            spec((spec, d) -> ((ObjectNode) spec.get("cascade")).put("threshold", "0.67")),
            "fits at cascade.threshold"),
        plain(
            "a cascade of no number",
            spec((spec, d) -> ((ObjectNode) spec.get("cascade")).put("threshold", "")),
            "fits at cascade.threshold"),
        plain("a stride of 0", words("characters", c -> c.put("stride", 0)), "stride must be"),
        plain(
            "another stride", words("characters", c -> c.put("stride", 3)), "as when it was made"),
        plain("endless n-grams", endlessNgrams(), "n-gram length from 0"),
        plain("endless subwords", buckets("subwords"), "buckets of subwords"),
        dialogue("a state of 2^30", state(1 << 30), "stateSize from 1 to"),
        dialogue("a state below 0", state(-1), "stateSize from 1 to"),
        dialogue("a state that does not fit", state(32), "a state of 64 numbers in place of 32"),
        dialogue("a speaker more", speakers("a", "b", "c"), "view0_speakers"),
        dialogue("a speaker twice", speakers("a", "a"), "\"a\" twice"),
        dialogue("speakers of null", speakers((String) null), "at dialogue.speakers"),
        plain("a threshold that was edited", edited("\"threshold\" : 0.0"), "the digest"),
        plain("no digest in the spec", edited("\"digest\" : \"7da21dd7b87201cc\""), "the digest"));
  }

  static List<Hostile> golden() {
    String row = "{\"text\":\"네\",\"probabilities\":{\"statement\":0.9}}\n";
    return List.of(
        plain("no golden utterances", content("golden.jsonl", ""), "1 to 30000 golden"),
        plain("endless ones", content("golden.jsonl", row.repeat(30_001)), "1 to 30000 golden"),
        plain("a blank text", golden("네", " \u200b"), "a text in line 1"),
        plain("a text of null", golden("\"네\"", "null"), "at text in line 1"),
        plain(
            "a line of null",
            content("golden.jsonl", row + "null\n"),
            "no value that fits in line 2"),
        plain("a line that is no JSON", content("golden.jsonl", row + "x\n"), "readable"),
        plain("no probabilities", golden("\"statement\":0.9", ""), "a probability in line 1"),
        plain("probabilities of null", golden("{\"statement\":0.9}", "null"), "probabilities"),
        plain("a probability of null", golden("0.9", "null"), "at probabilities.statement"),
        plain("a probability of NaN", golden("0.9", "\"NaN\""), "a probability from 0 to 1"),
        plain("a probability of 7", golden("0.9", "7"), "a probability from 0 to 1"),
        plain("a label of no model", golden("statement", "\u001b[2J"), "\"\\u001b[2J\""),
        plain("another probability", golden("0.9", "0.12345"), "the probability 0.12345"));
  }

  @ParameterizedTest
  @MethodSource({"specs", "golden"})
  void isRefusedInOneSentence(Hostile bundle) throws Exception {
    bundle.isRefused(folder);
  }

  private static Forgery unread(String spec) {
    return bundle -> Files.writeString(bundle.file(ModelBundle.SPEC), spec);
  }

  private static Forgery format(Object format) {
    return spec((spec, d) -> spec.set("format", Json.MAPPER.valueToTree(format)));
  }

  private static Forgery tokens(double most) {
    return words("words", w -> ((ObjectNode) w.get("tokenizer")).put("maxTokens", most));
  }

  /** Changes or deletes something without making the digest match. */
  private static Forgery edited(String text) {
    return bundle -> {
      Path file = bundle.file(ModelBundle.SPEC);
      String spec = Files.readString(file);
      String key = text.substring(0, text.indexOf(':'));
      Files.writeString(file, spec.replace(text, key + ": 0.25"));
    };
  }

  private static Forgery digest(Consumer<ObjectNode> edit) {
    return spec((spec, d) -> edit.accept((ObjectNode) spec.get("files")));
  }

  private static List<String> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> "label" + i).collect(Collectors.toList());
  }

  private static Forgery labels(List<String> labels) {
    return spec((spec, decision) -> decision.set("labels", Json.MAPPER.valueToTree(labels)));
  }

  private static Forgery named(String field, String name) {
    return spec((spec, decision) -> spec.put(field, name));
  }

  private static Forgery number(String field, String number) {
    return spec((spec, decision) -> decision.put(field, number));
  }

  private static Forgery words(String view, Consumer<ObjectNode> edit) {
    return spec((spec, d) -> edit.accept((ObjectNode) spec.get(view)));
  }

  private static Forgery tokenizer(String view, String field) {
    return words(view, w -> ((ObjectNode) w.get("tokenizer")).put(field, Integer.MAX_VALUE));
  }

  private static Forgery buckets(String part) {
    return words("words", w -> ((ObjectNode) w.get(part)).put("buckets", Integer.MAX_VALUE));
  }

  private static Forgery endlessNgrams() {
    return words("words", w -> ((ObjectNode) w.at("/subwords/characters")).put("max", 1 << 30));
  }

  private static Forgery state(int size) {
    return words("dialogue", dialogue -> dialogue.put("stateSize", size));
  }

  private static Forgery speakers(String... speakers) {
    return words("dialogue", d -> d.set("speakers", Json.MAPPER.valueToTree(speakers)));
  }

  private static Forgery golden(String part, String replacement) {
    String row = "{\"text\":\"네\",\"probabilities\":{\"statement\":0.9}}\n";
    return content("golden.jsonl", row.replace(part, replacement.replace("\u001b", "\\u001b")));
  }
}

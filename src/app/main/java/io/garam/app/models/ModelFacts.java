package io.garam.app.models;

import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a model, by name, as two models are compared by them: digest, thresholds, corpora,
 * settings, versions and figures.
 */
record ModelFacts(Map<String, String> facts) {

  /**
   * A fact that two models do not share.
   *
   * @param first of the one, null where it has no such
   * @param second of the other, likewise
   */
  record Difference(String what, @Nullable String first, @Nullable String second) {}

  static ModelFacts of(ModelSpec spec) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("name", spec.reference().name());
    facts.put("version", spec.reference().version());
    facts.put("digest", spec.reference().digest());
    facts.put("labels", Integer.toString(spec.decision().labels().size()));
    facts.put("threshold", fraction(spec.decision().threshold()));
    facts.put("follows dialogues", spec.dialogue() == null ? "no" : "yes");
    facts.put("cascade", spec.cascade() == null ? "no" : "yes");
    facts.put("created", spec.provenance().created());
    facts.put("training corpus", corpus(spec.provenance().training()));
    facts.put("validation corpus", corpus(spec.provenance().validation()));
    new TreeMap<>(spec.provenance().figures())
        .forEach((name, value) -> facts.put("figure " + name, fraction(value)));
    new TreeMap<>(spec.provenance().settings())
        .forEach((name, value) -> facts.put("--" + name, value));
    new TreeMap<>(spec.provenance().versions())
        .forEach((name, value) -> facts.put("version of " + name, value));
    return new ModelFacts(facts);
  }

  private static String corpus(CorpusSummary corpus) {
    String sha256 = corpus.sha256();
    return corpus.name()
        + ", "
        + corpus.rows()
        + " rows"
        + (sha256 == null ? "" : ", SHA-256 " + sha256.substring(0, Math.min(8, sha256.length())));
  }

  private static String fraction(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** Returns what is not the same in another model, in the order of the facts. */
  List<Difference> differences(ModelFacts other) {
    Set<String> names = new LinkedHashSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      String first = facts.get(name);
      String second = other.facts.get(name);
      if (first == null || !first.equals(second)) {
        differences.add(new Difference(name, first, second));
      }
    }
    return differences;
  }
}

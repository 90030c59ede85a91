package io.garam.streams.config;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigException;

/** Keys of the model: which it is, who may have made it, and where it answers. */
final class ModelKeys {

  private ModelKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            GaramConfig.MODEL,
            ConfigDef.Type.STRING,
            NO_DEFAULT_VALUE,
            new NonEmptyString(),
            Importance.HIGH,
            "The folder of the model bundle; or `topic:NAME`, what is active under a name in the"
                + " [registry of models](models-in-kafka.md), also once that is another.")
        .define(
            GaramConfig.TRUSTED_KEYS,
            ConfigDef.Type.LIST,
            List.of(),
            Importance.MEDIUM,
            "Files with an Ed25519 public key in PEM, or folders of files that end in `.pem` and"
                + " hold one, separated by commas. Where it is set, a model is loaded only if one of"
                + " these keys has signed it. The command line's `--trusted-keys` sets it.")
        .define(
            GaramConfig.THRESHOLD,
            ConfigDef.Type.STRING,
            "",
            ConfigDef.LambdaValidator.with(
                ModelKeys::checkThreshold,
                () ->
                    "thresholds such as 0.6 or 0.6,request=0.8, from 0 to 1; empty for the model's"),
            Importance.MEDIUM,
            "Below which probability an answer is `unknown`, in place of the model's own threshold:"
                + " one for all labels, labels with theirs, or both, separated by commas. A label"
                + " alone leaves the others at the model's. The model stays what it is, and so does"
                + " its digest. The command line's `--threshold` sets it.");
  }

  /**
   * Requires that keys are trusted where the setting is there.
   *
   * @throws ConfigException if it names none, or an empty file
   */
  static void require(GaramConfig config) {
    List<String> keys = config.getList(GaramConfig.TRUSTED_KEYS);
    boolean isGiven = config.originals().containsKey(GaramConfig.TRUSTED_KEYS);
    if (isGiven && (keys.isEmpty() || keys.stream().anyMatch(String::isBlank))) {
      throw new ConfigException(
          GaramConfig.TRUSTED_KEYS
              + " names no key, or an empty file, so that any model might be loaded");
    }
  }

  private static void checkThreshold(String name, Object value) {
    try {
      Thresholds.parse(String.valueOf(value));
    } catch (GaramException e) {
      throw new ConfigException(name + ": " + e.getMessage());
    }
  }
}

package io.garam.app.sign;

import io.garam.app.options.ModelFolder;
import io.garam.app.output.Notes;
import io.garam.app.usage.UsageException;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.BundleSignature;
import io.garam.nlu.signature.SigningKey;
import io.garam.nlu.signature.TrustedKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code sign}: signs a model bundle, so that who trusts the key can tell who made it. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Signs a model with an Ed25519 key: writes model.json.sig into its folder.",
      "",
      "The model is loaded and its golden utterances are checked first. The signature covers all"
          + " that decides a label, by the digests in model.json; README.md and report.html it does"
          + " not. Where garam.model.trusted.keys or --trusted-keys names public keys, a model is"
          + " loaded only if one of them has signed it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam sign --new-key acme",
      "  garam sign --model models/korean-intention --key acme-private.pem",
      "  garam tag --model models/korean-intention --trusted-keys acme-public.pem '네.'",
      "  openssl genpkey -algorithm ed25519 -out acme-private.pem",
      "  openssl pkey -in acme-private.pem -pubout -out acme-public.pem",
      "  openssl pkeyutl -sign -rawin -inkey acme-private.pem -in model.json"
          + " | openssl base64 -A > model.json.sig"
    })
public final class SignCommand implements Callable<Integer> {

  @Option(names = "--model", paramLabel = "DIR", description = "Model bundle to sign.")
  private @Nullable Path model;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Private key to sign it with, in PKCS #8 (PEM).")
  private @Nullable Path key;

  @Option(
      names = "--new-key",
      paramLabel = "NAME",
      description =
          "Make a key pair instead: NAME-private.pem, which stays with who signs, and"
              + " NAME-public.pem.")
  private @Nullable Path newKey;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Notes notes = Notes.of(spec);
    if (newKey != null && model == null && key == null) {
      if (newKey.toString().isBlank() || Files.isDirectory(newKey)) {
        throw new UsageException(
            "Expected a name for the files of the new key, but found "
                + (newKey.toString().isBlank() ? "an empty one" : "the folder " + newKey)
                + "; name one, such as --new-key acme.");
      }
      NewKeyFiles files = NewKeyFiles.named(newKey);
      files.write();
      notes.say(
          "Wrote "
              + files.privateKey()
              + ", which is to be kept secret, and "
              + files.publicKey()
              + ", which goes to whoever loads the models.");
      return 0;
    }
    if (newKey != null || model == null || key == null) {
      throw new UsageException(
          "Expected either --model and --key or --new-key alone, but found "
              + (newKey != null ? "--new-key with others" : missing())
              + "; name both to sign a model, or a new key's name.");
    }
    SigningKey signing = SigningKey.read(key);
    String signed =
        ModelFolder.check(model, Thresholds.OF_MODEL, TrustedKeys.NONE).reference().toString();
    notes.say("Signed " + signed + ": " + BundleSignature.write(model, signing) + ".");
    return 0;
  }

  private String missing() {
    return model != null ? "no --key" : key != null ? "no --model" : "none of them";
  }
}

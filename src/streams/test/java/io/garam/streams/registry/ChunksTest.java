package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunksTest {

  private static final String DIGEST = "0123456789abcdef";

  private static PushedBundle bundle(PushedFile... files) {
    return new PushedBundle("shop", "1", DIGEST, "now", "me", 0, List.of(files));
  }

  private static byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }

  private static void take(Chunks chunks, byte[] expected, byte[] value) {
    chunks.take(BundleFiles.key(BundleFiles.sha256(expected)).getBytes(UTF_8), value);
  }

  @Test
  void aFileComesOutAsItWentInInWhateverOrderItsChunksCome() {
    for (int bytes :
        new int[] {
          0, 1, BundleFiles.CHUNK_BYTES, BundleFiles.CHUNK_BYTES + 1, 3 * BundleFiles.CHUNK_BYTES
        }) {
      byte[] content = content(bytes);
      Chunks chunks = new Chunks(bundle(BundleFiles.described(ModelBundle.NETWORK, content)));
      List<byte[]> parts = BundleFiles.chunks(content);
      for (int i = parts.size() - 1; i >= 0; i--) {
        assertThat(chunks.areComplete()).isFalse();
        take(chunks, parts.get(i), "other content".getBytes(UTF_8));
        take(chunks, parts.get(i), null);
        take(chunks, parts.get(i), parts.get(i));
        take(chunks, parts.get(i), "other content".getBytes(UTF_8));
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      chunks.files().get(ModelBundle.NETWORK).forEach(all::writeBytes);
      assertThat(all.toByteArray()).isEqualTo(content);
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    Chunks chunks = new Chunks(bundle(BundleFiles.described(ModelBundle.SPEC, content(5))));
    chunks.take(null, content(5));
    take(chunks, content(6), content(6));
    assertThatThrownBy(chunks::files)
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the model shop@0123456789abcdef in the registry to have 1 chunks, but 1 of"
                + " them are missing or not what was pushed; push it again.");
  }

  @Test
  void aFileThatNoBundleHasIsRefused() {
    List<PushedFile> refused =
        List.of(
            new PushedFile("../model.json", 5, List.of("00")),
            new PushedFile("other", 5, List.of("00")),
            new PushedFile(ModelBundle.SPEC, 5, List.of()),
            new PushedFile(ModelBundle.SPEC, 5, List.of("00", "00")),
            new PushedFile(ModelBundle.SPEC, -1, List.of("00", "00")));
    for (PushedFile file : refused) {
      assertThatThrownBy(() -> new Chunks(bundle(file)))
          .as("%s", file)
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("a bundle that garam models push wrote, but found a file ");
    }
  }
}

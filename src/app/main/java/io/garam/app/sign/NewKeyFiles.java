package io.garam.app.sign;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.signature.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files of a new key pair: the public half in a file that may go anywhere, the private half in one
 * for its owner alone, where the file system knows owners.
 *
 * @param privateKey in PKCS #8, PEM
 * @param publicKey in X.509, PEM
 */
record NewKeyFiles(Path privateKey, Path publicKey) {

  private static final String PRIVATE = "-private.pem";
  private static final String PUBLIC = "-public.pem";
  private static final String OWNER_ALONE = "rw-------";

  /** Returns the files whose names begin so. */
  static NewKeyFiles named(Path name) {
    return new NewKeyFiles(
        name.resolveSibling(name.getFileName() + PRIVATE),
        name.resolveSibling(name.getFileName() + PUBLIC));
  }

  /**
   * Makes a key pair and writes it. A key that is there already is never written over.
   *
   * @throws GaramException if one of the files is there, or cannot be written
   */
  void write() {
    SigningKey.Pair pair = SigningKey.Pair.generate();
    boolean owners = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    write(
        privateKey,
        pair.privateKey(),
        owners
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
            }
            : new FileAttribute<?>[0]);
    try {
      write(publicKey, pair.publicKey());
    } catch (GaramException e) {
      // Half a pair is of no use.
      privateKey.toFile().delete();
      throw e;
    }
  }

  private static void write(Path file, String content, FileAttribute<?>... attributes) {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), attributes)) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new GaramException(
          "Expected to write a new key to "
              + file
              + ", but there is such a file, and a key that is written over is lost; choose another"
              + " name.",
          e);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write a new key to "
              + file
              + ", but that failed ("
              + FileFault.of(e)
              + "); choose another folder.",
          e);
    }
  }
}

package io.garam.nlu.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Reason for which a file could not be read or written, in words: Java's own are the names of its
 * classes.
 */
public final class FileFault {

  private FileFault() {}

  /** Returns the reason, to stand in parentheses in a sentence that names the file. */
  public static String of(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    if (fault instanceof NotDirectoryException) {
      return "it is no folder";
    }
    String reason = fault instanceof FileSystemException system ? system.getReason() : null;
    if (reason != null) {
      return reason;
    }
    return fault.getMessage() == null ? "input or output failed" : fault.getMessage();
  }
}

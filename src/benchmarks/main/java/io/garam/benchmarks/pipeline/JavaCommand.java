package io.garam.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command of a JVM like this one.
 *
 * @param heap its greatest heap, such as 1g
 * @param classPath where its classes are
 */
public record JavaCommand(String heap, String classPath) {

  /** One with the classes of this JVM. */
  public static JavaCommand likeThis(String heap) {
    return new JavaCommand(heap, System.getProperty("java.class.path"));
  }

  /** Returns the command that runs a main class. */
  public List<String> of(Class<?> main, String... arguments) {
    return of(main.getName(), List.of(), arguments);
  }

  /** Returns the command that runs a main class, which may be unknown here. */
  List<String> of(String main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }
}

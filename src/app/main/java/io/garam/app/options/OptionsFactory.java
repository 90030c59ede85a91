package io.garam.app.options;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Factory of commands and their flags: gives those that take settings the environment, and makes
 * all others as picocli does.
 *
 * @param environment names of variables with their values
 */
public record OptionsFactory(Map<String, String> environment) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == ClientOptions.class
        ? type.cast(new ClientOptions(environment))
        : CommandLine.defaultFactory().create(type);
  }
}

package io.garam.app;

import io.garam.nlu.GaramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"garam " + GaramVersion.current()};
  }
}

package io.garam.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Access rules of a user, which come and go one by one. */
record AccessRules(Admin admin, String user) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Returns the rule that lets the user do something with the resource of that very name. */
  AclBinding literal(ResourceType type, String name, AclOperation operation) {
    return rule(type, name, PatternType.LITERAL, operation);
  }

  /** Returns the rule that lets the user do something with resources whose names begin so. */
  AclBinding prefixed(ResourceType type, String name, AclOperation operation) {
    return rule(type, name, PatternType.PREFIXED, operation);
  }

  private AclBinding rule(
      ResourceType type, String name, PatternType pattern, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  /** Returns when the broker goes by the rules. */
  void grant(AclBinding... rules) throws Exception {
    admin.createAcls(List.of(rules)).all().get();
    for (AclBinding rule : rules) {
      await(rule, true);
    }
  }

  /** Returns when the broker no longer goes by the rule. */
  void revoke(AclBinding rule) throws Exception {
    admin.deleteAcls(List.of(rule.toFilter())).all().get();
    await(rule, false);
  }

  private void await(AclBinding rule, boolean there) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (admin.describeAcls(rule.toFilter()).values().get().isEmpty() == there) {
      assertThat(System.nanoTime()).as(rule.toString()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /**
   * Grants all rules but one, for each of them, and holds that the command then ends with exit code
   * 1 and a sentence that names the operation and the resource.
   */
  void assertEachIsNeeded(List<AclBinding> rules, Supplier<CommandRun> command) throws Exception {
    grant(rules.toArray(AclBinding[]::new));
    List<String> said = new ArrayList<>();
    for (AclBinding rule : rules) {
      revoke(rule);
      CommandRun run = command.get();
      String sentence = lastLine(run);
      said.add(sentence);
      assertThat(run.exitCode()).as(rule + ": " + run.err()).isEqualTo(1);
      assertThat(sentence)
          .as(rule.toString())
          .startsWith("Expected ")
          .contains("the right " + rule.entry().operation(), rule.pattern().name());
      grant(rule);
    }
    assertThat(said).as("what is said of one right is said of no other").doesNotHaveDuplicates();
  }

  /** The sentence is what comes last; before it there may be notes and progress. */
  private static String lastLine(CommandRun run) {
    return Stream.of(run.err().split("[\r\n]+")).reduce("", (before, line) -> line);
  }
}

package io.garam.streams.replay;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Difference between the plan of a replay and a request to go on with it. */
record PlanDifference(ReplayPlan plan, ReplayRequest request, List<ModelReference> models) {

  /**
   * @throws GaramException if there is one
   */
  void requireNone() {
    String planned = planned();
    if (planned != null) {
      throw new GaramException(
          "Expected to go on with the replay \""
              + request.id()
              + "\" as it was begun, with "
              + planned
              + ", but found other settings; give the same, or begin another with --id.");
    }
  }

  /** Returns the first setting that differs, as it was planned; null if none does. */
  private @Nullable String planned() {
    if (!plan.topic().equals(request.topic())) {
      return "the topic " + plan.topic();
    }
    if (!plan.models().equals(models)) {
      return "the models " + plan.models();
    }
    if (!Objects.equals(plan.outputTopic(), request.outputTopic())) {
      return "the output topic " + orNotGiven(plan.outputTopic());
    }
    if (!Objects.equals(plan.threshold(), request.threshold())) {
      return "--threshold " + orNotGiven(plan.threshold());
    }
    if (differs(request.from(), plan.from())) {
      return "--from " + orNotGiven(plan.from());
    }
    return differs(request.to(), plan.to()) ? "--to " + orNotGiven(plan.to()) : null;
  }

  /** Who resumes need not say again where it began and ended. */
  private static boolean differs(@Nullable String requested, @Nullable String planned) {
    return requested != null && !requested.equals(planned);
  }

  private static String orNotGiven(@Nullable String setting) {
    return setting == null ? "not given" : setting;
  }
}

package io.garam.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggingMetricsTest {

  @Test
  void theListHasEachOnce() throws IllegalAccessException {
    List<MetricDefinition> defined = new ArrayList<>();
    for (Field field : TaggingMetrics.class.getFields()) {
      if (field.getType() == MetricDefinition.class) {
        defined.add((MetricDefinition) field.get(null));
      }
    }
    assertThat(TaggingMetrics.ALL).isNotEmpty().hasSameElementsAs(defined).doesNotHaveDuplicates();
  }
}

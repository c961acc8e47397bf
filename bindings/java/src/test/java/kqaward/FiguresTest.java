package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Times, and memory over many calls. */
class FiguresTest {
  @Test
  void aDecidedApplicationTakesLessThanThreeMicroseconds() {
    LocalDate deadline = LocalDate.of(2026, 6, 30);
    Edition edition = Edition.on(deadline);
    Application application = Soak.application();
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    int calls = 20_000;
    for (int i = 0; i < 60; i++) {
      long findings = 0;
      long start = times.getCurrentThreadCpuTime();
      for (int j = 0; j < calls; j++) {
        findings += Eligibility.decide(edition, deadline, application).findings().size();
      }
      best = Math.min(best, (times.getCurrentThreadCpuTime() - start) / calls);
      assertEquals(23L * calls, findings);
    }
    System.out.println("figure: java: a decided application with 23 findings " + best + " ns");
    assertTrue(best < 3000, best + " ns");
  }

  @Test
  void tenSecondsOfMixedCallsDoNotGrow() throws Exception {
    Java java = Java.run(Soak.OPTIONS, Soak.class, "10");
    assertEquals(0, java.status(), java.output());
    System.out.println("figure: java: " + java.output().lines().reduce((a, b) -> b).orElseThrow());
  }
}

package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same values in many threads give the same answers. */
class ThreadsTest {
  private static final int THREADS = 32;
  private static final int TIMES = 40;

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    LocalDate deadline = LocalDate.of(2026, 6, 30);
    Edition edition = Edition.on(deadline);
    Application application =
        Application.builder()
            .fact(Requirement.ISO9001_CERTIFIED, false)
            .incident(IncidentKind.MAJOR_ACCIDENT, LocalDate.of(2025, 1, 2))
            .sanction(SanctionKind.FRAUD, LocalDate.of(2022, 3, 4))
            .build();
    Round round = Round.read(Suite.ROOT.resolve("examples/rounds/2026.json"));
    Callable<List<Object>> work =
        () -> {
          List<Object> answers = new ArrayList<>();
          EligibilityAnswer answer = Eligibility.decide(edition, deadline, application);
          answers.add(answer);
          answers.add(answer.findings().stream().map(one -> one.text(Language.ZH)).toList());
          answers.add(Voting.ballot(edition, new Ballot(18, Convener.CHAIR, 14, 7)));
          answers.add(edition.with("quota.quality", "4").diff(edition));
          answers.add(WorkCalendar.BUILT_IN.addWorkingDays(deadline, 5));
          answers.add(round.decide().toJson());
          try {
            Voting.leastYes(edition, -1);
          } catch (KqaException e) {
            answers.add(e.getMessage());
          }
          return answers;
        };
    List<Object> alone = work.call();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Object>>> all = new ArrayList<>();
      for (int i = 0; i < THREADS * TIMES; i++) {
        all.add(threads.submit(work));
      }
      for (Future<List<Object>> one : all) {
        assertEquals(alone, one.get());
      }
    } finally {
      threads.shutdown();
    }
  }
}

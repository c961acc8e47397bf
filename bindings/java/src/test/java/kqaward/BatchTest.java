package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns give, row by row, what the methods for one case give. */
class BatchTest {
  private static final int ROWS = 3000;
  private static final LocalDate DEADLINE = LocalDate.of(2026, 6, 30);
  private final Edition edition = Edition.on(DEADLINE);
  private final Random random = new Random(4);

  private int[] ints(int low, int high) {
    return random.ints(ROWS, low, high).toArray();
  }

  @Test
  void rowsOfOrganisationsAreThoseOfOneCaseEach() {
    int facts = Requirement.OPERATING_SINCE.code();
    int[] known = ints(0, 1 << facts);
    int[] holds = new int[ROWS];
    int[] copies = ints(-1, 4);
    int[] failed = new int[ROWS];
    byte[] award = new byte[ROWS];
    long[] paid = new long[ROWS];
    int[] document = ints(0, 1_000_000_001);
    int[] site = ints(0, 1_000_000_001);
    for (int i = 0; i < ROWS; i++) {
      holds[i] = known[i] & (random.nextInt(3) == 0 ? random.nextInt() : -1);
      LocalDate day = DEADLINE.minusDays(random.nextInt(2000));
      failed[i] = random.nextBoolean() ? Columns.NO_DAY : (int) day.toEpochDay();
      award[i] = (byte) random.nextInt(3);
      paid[i] = random.nextInt(3) * 100_000L;
    }
    Columns columns =
        new Columns(ROWS)
            .known(known)
            .holds(holds)
            .copies(copies)
            .inspectionFailure(failed)
            .award(award)
            .won(new byte[ROWS])
            .paid(paid)
            .document(document)
            .site(site);
    Answers answers = Batch.decide(edition, DEADLINE, columns);
    for (int i = 0; i < ROWS; i++) {
      assertEquals(0, answers.status()[i]);
      Application.Builder one = Application.builder();
      for (int fact = 0; fact < facts; fact++) {
        if ((known[i] >> fact & 1) != 0) {
          one.fact(Requirement.of(fact), (holds[i] >> fact & 1) != 0);
        }
      }
      if (copies[i] >= 0) {
        one.copies(copies[i]);
      }
      if (failed[i] != Columns.NO_DAY) {
        one.incident(IncidentKind.INSPECTION_FAILURE, LocalDate.ofEpochDay(failed[i]));
      }
      EligibilityAnswer answer = Eligibility.decide(edition, DEADLINE, one.build());
      assertEquals(answer.verdict(), Verdict.of(answers.verdict()[i]));
      Finding decisive = answer.findings().get(answers.decisive()[i]);
      assertEquals(answer.reasons().get(0), decisive);
      assertEquals(decisive.provision(), Batch.provision(answers.decisive()[i]));
      assertEquals(answer.missing(), EligibilityAnswer.missing(answers.missing()[i]));
      Ratio total =
          Scores.total(edition, Ratio.of(document[i], 1_000_000), Ratio.of(site[i], 1_000_000));
      assertEquals(total, Ratio.of(answers.total()[i], 1_000_000_000));
      assertEquals(prize(award[i], paid[i]), answers.prize()[i]);
    }
  }

  private long prize(int award, long paid) {
    return award == 0
        ? 0
        : Math.min(
            Prizes.decide(edition, Award.of(award), List.of()).amount(),
            Long.parseLong(edition.get("prize.cap")) - paid);
  }

  @Test
  void rowsOfBallotsAreThoseOfOneBallotEach() {
    int[] members = ints(1, 30);
    int[] present = ints(0, 30);
    int[] yes = ints(-1, 30);
    byte[] convened = new byte[ROWS];
    for (int i = 0; i < ROWS; i++) {
      convened[i] = (byte) (1 + random.nextInt(3));
    }
    BallotAnswers answers = Batch.ballots(edition, members, convened, present, yes);
    for (int i = 0; i < ROWS; i++) {
      Ballot ballot = new Ballot(members[i], Convener.of(convened[i]), present[i], yes[i]);
      try {
        assertEquals(Voting.ballot(edition, ballot).verdict(), Verdict.of(answers.verdict()[i]));
        assertEquals(0, answers.status()[i]);
      } catch (KqaException e) {
        assertEquals(e.status(), Status.of(answers.status()[i]));
        assertEquals(e.field(), Field.of(answers.field()[i]));
      }
    }
  }

  @Test
  void aColumnOfAnotherLengthIsNamed() {
    KqaException error = assertThrows(KqaException.class, () -> new Columns(3).copies(new int[2]));
    assertEquals(Status.TOO_FEW, error.status());
    assertEquals("copies", error.path());
    Columns half = new Columns(1).known(new int[1]);
    assertThrows(KqaException.class, () -> Batch.decide(edition, DEADLINE, half));
  }
}

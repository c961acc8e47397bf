package kqaward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns give, row by row, what the methods for one case give. */
class BatchTest {
  /** Rows that the native code takes at a time, see columns.c. */
  private static final int CHUNK = 65 * 64;

  private static final int ROWS = CHUNK + 100;
  private static final int FACTS = Requirement.OPERATING_SINCE.code();
  private static final int IMPOSSIBLE_COPIES = -2;
  private static final LocalDate DEADLINE = LocalDate.of(2026, 6, 30);
  private static final Set<Answers.Column> ALL = EnumSet.allOf(Answers.Column.class);

  private final Edition edition = Edition.on(DEADLINE);
  private final Random random = new Random(4);

  private int[] ints(int rows, int low, int high) {
    return random.ints(rows, low, high).toArray();
  }

  /** Organisations drawn at random. */
  private final class Organisations {
    final int rows;
    final int[] known;
    final int[] holds;
    final int[] copies;
    final int[] failed;
    final byte[] award;
    final long[] paid;
    final int[] document;
    final int[] site;

    Organisations(int rows) {
      this.rows = rows;
      known = ints(rows, 0, 1 << FACTS);
      holds = new int[rows];
      copies = ints(rows, -1, 4);
      failed = new int[rows];
      award = new byte[rows];
      paid = new long[rows];
      document = ints(rows, 0, 1_000_000_001);
      site = ints(rows, 0, 1_000_000_001);
      for (int i = 0; i < rows; i++) {
        holds[i] = known[i] & (random.nextInt(3) == 0 ? random.nextInt() : -1);
        LocalDate day = DEADLINE.minusDays(random.nextInt(2000));
        failed[i] = random.nextBoolean() ? Columns.NO_DAY : (int) day.toEpochDay();
        award[i] = (byte) random.nextInt(3);
        paid[i] = random.nextInt(3) * 100_000L;
      }
    }

    Columns columns() {
      return new Columns(rows)
          .known(known)
          .holds(holds)
          .copies(copies)
          .inspectionFailure(failed)
          .award(award)
          .won(new byte[rows])
          .paid(paid)
          .document(document)
          .site(site);
    }

    Application application(int row) {
      Application.Builder one = Application.builder();
      for (int fact = 0; fact < FACTS; fact++) {
        if ((known[row] >> fact & 1) != 0) {
          one.fact(Requirement.of(fact), (holds[row] >> fact & 1) != 0);
        }
      }
      if (copies[row] >= 0) {
        one.copies(copies[row]);
      }
      if (failed[row] != Columns.NO_DAY) {
        one.incident(IncidentKind.INSPECTION_FAILURE, LocalDate.ofEpochDay(failed[row]));
      }
      return one.build();
    }

    void assertAnswered(Answers answers, int row) {
      assertEquals(0, answers.status()[row]);
      EligibilityAnswer answer = Eligibility.decide(edition, DEADLINE, application(row));
      assertEquals(answer.verdict(), Verdict.of(answers.verdict()[row]));
      Finding decisive = answer.findings().get(answers.decisive()[row]);
      assertEquals(answer.reasons().get(0), decisive);
      assertEquals(decisive.provision(), Batch.provision(answers.decisive()[row]));
      assertEquals(answer.missing(), EligibilityAnswer.missing(answers.missing()[row]));
      Ratio total =
          Scores.total(edition, Ratio.of(document[row], 1_000_000), Ratio.of(site[row], 1_000_000));
      assertEquals(total, Ratio.of(answers.total()[row], 1_000_000_000));
      assertEquals(prize(award[row], paid[row]), answers.prize()[row]);
    }
  }

  private long prize(int award, long paid) {
    return award == 0
        ? 0
        : Math.min(
            Prizes.decide(edition, Award.of(award), List.of()).amount(),
            Long.parseLong(edition.get("prize.cap")) - paid);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 1})
  void rowsOfOrganisationsAreThoseOfOneCaseEach(int rows) {
    Organisations given = new Organisations(rows);
    Answers answers = Batch.decide(edition, DEADLINE, given.columns());
    assertEquals(rows, answers.verdict().length);
    for (int row = 0; row < rows; row++) {
      given.assertAnswered(answers, row);
    }
  }

  /** Ballots drawn at random, of which some make no sense. */
  private final class Ballots {
    final int[] members;
    final byte[] convened;
    final int[] present;
    final int[] yes;

    Ballots(int rows) {
      members = ints(rows, 1, 30);
      present = ints(rows, 0, 30);
      yes = ints(rows, -1, 30);
      convened = new byte[rows];
      for (int i = 0; i < rows; i++) {
        convened[i] = (byte) (1 + random.nextInt(3));
      }
    }

    BallotAnswers decide() {
      return Batch.ballots(edition, members, convened, present, yes);
    }

    int decide(BallotAnswers into) {
      return Batch.ballots(edition, members, convened, present, yes, into);
    }

    /** Whether a row makes sense. */
    boolean assertAnswered(BallotAnswers answers, int row) {
      Ballot ballot = new Ballot(members[row], Convener.of(convened[row]), present[row], yes[row]);
      try {
        assertEquals(Voting.ballot(edition, ballot).verdict(), Verdict.of(answers.verdict()[row]));
        assertEquals(0, answers.status()[row]);
        return true;
      } catch (KqaException e) {
        assertEquals(e.status(), Status.of(answers.status()[row]));
        assertEquals(e.field(), Field.of(answers.field()[row]));
        return false;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 1})
  void rowsOfBallotsAreThoseOfOneBallotEach(int rows) {
    Ballots given = new Ballots(rows);
    BallotAnswers answers = given.decide();
    assertEquals(rows, answers.verdict().length);
    int faults = 0;
    for (int row = 0; row < rows; row++) {
      faults += given.assertAnswered(answers, row) ? 0 : 1;
    }
    assertEquals(faults, given.decide(answers));
  }

  @Test
  void rowsAtFaultAreCountedAndMarkedInEveryChunk() {
    Organisations given = new Organisations(2 * CHUNK + 2);
    int[] places = {0, CHUNK - 1, CHUNK, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1};
    for (int row : places) {
      given.copies[row] = IMPOSSIBLE_COPIES;
    }
    Answers answers = Answers.blank(given.rows, ALL);
    assertEquals(places.length, Batch.decide(edition, DEADLINE, given.columns(), answers));
    for (int row : places) {
      assertEquals(Status.RANGE, Status.of(answers.status()[row]));
      assertEquals(Field.COPIES, Field.of(answers.field()[row]));
    }
    given.assertAnswered(answers, 1);
  }

  @Test
  void answersThatAreFilledAgainHoldTheNewRows() {
    Answers into = Batch.decide(edition, DEADLINE, new Organisations(ROWS).columns());
    Columns next = new Organisations(ROWS).columns();
    assertEquals(0, Batch.decide(edition, DEADLINE, next, into));
    assertArrayEquals(Batch.decide(edition, DEADLINE, next).columns(), into.columns());

    BallotAnswers ballots = new Ballots(ROWS).decide();
    Ballots others = new Ballots(ROWS);
    others.decide(ballots);
    assertArrayEquals(others.decide().columns(), ballots.columns());
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsWantedAloneIsThatOfAll(Answers.Column wanted) {
    Columns given = new Organisations(ROWS).columns();
    Object[] all = Batch.decide(edition, DEADLINE, given).columns();
    Answers into = Answers.blank(ROWS, Set.of(wanted));
    assertEquals(0, Batch.decide(edition, DEADLINE, given, into));
    for (int i = 0; i < all.length; i++) {
      Object[] expected = {i == wanted.ordinal() ? all[i] : null};
      assertArrayEquals(expected, new Object[] {into.columns()[i]});
    }
  }

  @Test
  void ballotsWithoutAnAnswerHaveTheOthers() {
    Ballots given = new Ballots(ROWS);
    BallotAnswers into = new BallotAnswers(new byte[ROWS], null, null, null);
    given.decide(into);
    assertArrayEquals(given.decide().verdict(), into.verdict());
    assertNull(into.failing());
  }

  @Test
  void rowsThatAreNotAskedForStayAsTheyAre() {
    Columns given = new Organisations(3 * CHUNK).columns();
    Answers into = Answers.blank(3 * CHUNK, ALL);
    Object[] all = Batch.decide(edition, DEADLINE, given).columns();
    int first = CHUNK / 2;
    int count = CHUNK + 1;
    assertEquals(0, Batch.decide(edition, DEADLINE, given, into, first, count));
    for (int i = 0; i < all.length; i++) {
      Object expected = Array.newInstance(all[i].getClass().getComponentType(), 3 * CHUNK);
      System.arraycopy(all[i], first, expected, first, count);
      assertArrayEquals(new Object[] {expected}, new Object[] {into.columns()[i]});
    }
  }

  @Test
  void rowsBeyondTheLastAreRefused() {
    Columns given = new Organisations(3).columns();
    Answers into = Answers.blank(3, ALL);
    int[][] ranges = {{-1, 1}, {0, -1}, {0, 4}, {4, 0}, {3, 1}, {1, Integer.MAX_VALUE}};
    for (int[] range : ranges) {
      assertRefused(
          Status.RANGE,
          "rows",
          () -> Batch.decide(edition, DEADLINE, given, into, range[0], range[1]));
    }
    assertEquals(0, Batch.decide(edition, DEADLINE, given, into, 3, 0));
    assertRefused(Status.RANGE, "rows", () -> Answers.blank(-1, ALL));
  }

  @Test
  void aColumnOfAnotherLengthIsNamed() {
    assertRefused(Status.TOO_FEW, "copies", () -> new Columns(3).copies(new int[2]));
    Answers into =
        new Answers(null, null, null, null, null, null, null, null, new int[4], null, null);
    assertRefused(
        Status.TOO_MANY,
        "into.barLastDay",
        () -> Batch.decide(edition, DEADLINE, new Organisations(3).columns(), into));
    BallotAnswers ballots = new BallotAnswers(new byte[3], null, null, new short[2]);
    assertRefused(Status.TOO_FEW, "into.field", () -> new Ballots(3).decide(ballots));
  }

  @Test
  void anArrayThatStandsTwiceIsNamed() {
    Organisations given = new Organisations(3);
    Answers read = Answers.blank(3, Set.of());
    Answers twice =
        new Answers(given.award, null, null, null, null, null, null, null, null, null, null);
    assertRefused(
        Status.DUPLICATE,
        "into.verdict",
        () -> Batch.decide(edition, DEADLINE, given.columns(), twice));
    assertEquals(0, Batch.decide(edition, DEADLINE, given.columns(), read));
    byte[] same = new byte[3];
    BallotAnswers ballots = new BallotAnswers(same, null, same, null);
    assertRefused(Status.DUPLICATE, "into.status", () -> new Ballots(3).decide(ballots));
  }

  @Test
  void whatIsRefusedAsAWholeWritesNothing() {
    Columns half = new Columns(ROWS).known(new int[ROWS]);
    assertThrows(KqaException.class, () -> Batch.decide(edition, DEADLINE, half));
    Answers into = Batch.decide(edition, DEADLINE, new Organisations(ROWS).columns());
    Object[] before = Arrays.stream(into.columns()).map(BatchTest::copyOf).toArray(Object[]::new);
    assertThrows(KqaException.class, () -> Batch.decide(edition, DEADLINE, half, into));
    assertArrayEquals(before, into.columns());
    Columns none = new Columns(0).known(new int[0]);
    assertThrows(KqaException.class, () -> Batch.decide(edition, DEADLINE, none));
  }

  private static Object copyOf(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private static void assertRefused(Status status, String path, Executable call) {
    KqaException error = assertThrows(KqaException.class, call);
    assertEquals(status, error.status());
    assertEquals(path, error.path());
  }
}

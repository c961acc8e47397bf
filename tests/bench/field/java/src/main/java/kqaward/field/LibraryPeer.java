package kqaward.field;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import kqaward.Answers;
import kqaward.Batch;
import kqaward.Columns;
import kqaward.Edition;

/** The library from Java: arrays as columns. */
final class LibraryPeer implements Peer {
  private static final LocalDate DEADLINE = LocalDate.of(2026, 6, 30);

  private static final Set<Answers.Column> WANTED =
      EnumSet.of(
          Answers.Column.VERDICT,
          Answers.Column.DECISIVE,
          Answers.Column.TOTAL,
          Answers.Column.FLOORS,
          Answers.Column.PRIZE);

  private final Edition edition = Edition.on(DEADLINE);
  private final Columns columns;
  private final Answers answers;

  LibraryPeer(ColumnFiles data) {
    columns =
        new Columns(data.rows())
            .known(data.ints("known"))
            .holds(data.ints("holds"))
            .operatingSince(data.ints("operating_since"))
            .recommendedBy(data.bytes("recommended_by"))
            .copies(data.ints("copies"))
            .received(data.ints("received"))
            .inspectionFailure(data.ints("inspection_failure"))
            .majorAccident(data.ints("major_accident"))
            .majorComplaint(data.ints("major_complaint"))
            .fraud(data.ints("fraud"))
            .revocation(data.ints("revocation"))
            .document(data.ints("document"))
            .site(data.ints("site"))
            .award(data.bytes("award"))
            .won(data.bytes("won"))
            .paid(data.longs("paid"));
    answers = Answers.blank(data.rows(), WANTED);
  }

  @Override
  public void run() {
    Batch.decide(edition, DEADLINE, columns, answers);
  }

  @Override
  public void write(ColumnFiles files) {
    files.writeAnswers(
        answers.verdict(), answers.decisive(), answers.total(), answers.floors(), answers.prize());
  }

  @Override
  public String version() {
    return "\"Java\": \"" + System.getProperty("java.version") + "\"";
  }
}

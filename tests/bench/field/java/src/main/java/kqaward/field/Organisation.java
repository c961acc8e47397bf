package kqaward.field;

import java.util.ArrayList;
import java.util.List;

/** One organisation: what is known of it, null for unknown, and what the rules say. */
public final class Organisation {
  private static final int FACTS = 17;
  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int NO_NUMBER = -1;

  private record Row(int known, int holds, Integer operatingSince, Integer recommendedBy,
      Integer copies, Integer received, Integer inspectionFailure, Integer majorAccident, Integer majorComplaint,
      Integer fraud, Integer revocation, Integer document, Integer site, int award, int won,
      long paid) {
    Boolean fact(int bit) {
      return (known >> bit & 1) == 0 ? null : (holds >> bit & 1) == 1;
    }
  }

  private final Boolean[] facts = new Boolean[FACTS];
  private final Row row;
  private int failed = Integer.MAX_VALUE;
  private int unknown = Integer.MAX_VALUE;
  private long total;
  private int floors;
  private long prize;

  private Organisation(Row row) {
    this.row = row;
    for (int fact = 0; fact < FACTS; fact++) {
      facts[fact] = row.fact(fact);
    }
  }

  private static Integer orNull(int value, int none) {
    return value == none ? null : Integer.valueOf(value);
  }

  /** The rows of the columns as organisations. */
  static List<Organisation> read(ColumnFiles data) {
    int[] known = data.ints("known");
    int[] holds = data.ints("holds");
    int[] since = data.ints("operating_since");
    byte[] body = data.bytes("recommended_by");
    int[] copies = data.ints("copies");
    int[] received = data.ints("received");
    int[] inspection = data.ints("inspection_failure");
    int[] accident = data.ints("major_accident");
    int[] complaint = data.ints("major_complaint");
    int[] fraud = data.ints("fraud");
    int[] revocation = data.ints("revocation");
    int[] document = data.ints("document");
    int[] site = data.ints("site");
    byte[] award = data.bytes("award");
    byte[] won = data.bytes("won");
    long[] paid = data.longs("paid");
    List<Organisation> result = new ArrayList<>(data.rows());
    for (int i = 0; i < data.rows(); i++) {
      result.add(new Organisation(new Row(known[i], holds[i], orNull(since[i], NO_DAY),
          orNull(body[i], 0), orNull(copies[i], NO_NUMBER), orNull(received[i], NO_DAY),
          orNull(inspection[i], NO_DAY), orNull(accident[i], NO_DAY), orNull(complaint[i], NO_DAY),
          orNull(fraud[i], NO_DAY), orNull(revocation[i], NO_DAY), orNull(document[i], NO_NUMBER),
          orNull(site[i], NO_NUMBER), award[i], won[i], paid[i])));
    }
    return result;
  }

  /** Forgets the answers of an earlier run. */
  void forget() {
    failed = Integer.MAX_VALUE;
    unknown = Integer.MAX_VALUE;
  }

  /** The provision at a place of the findings is not met. */
  public void fails(int place) {
    failed = Math.min(failed, place);
  }

  /** The provision at a place of the findings is unknown. */
  public void leavesOpen(int place) {
    unknown = Math.min(unknown, place);
  }

  public void setAmounts(long total, int floors, long prize) {
    this.total = total;
    this.floors = floors;
    this.prize = prize;
  }

  byte verdict() {
    return (byte) (failed < Integer.MAX_VALUE ? 2 : unknown < Integer.MAX_VALUE ? 0 : 1);
  }

  byte decisive() {
    int place = Math.min(failed < Integer.MAX_VALUE ? failed : unknown, Integer.MAX_VALUE);
    return (byte) (place == Integer.MAX_VALUE ? -1 : place);
  }

  long total() {
    return total;
  }

  byte floors() {
    return (byte) floors;
  }

  long prize() {
    return prize;
  }

  public Boolean getRegisteredInDistrict() {
    return facts[0];
  }

  public Boolean getPaysTaxInDistrict() {
    return facts[1];
  }

  public Boolean getLawfulOperation() {
    return facts[2];
  }

  public Boolean getExcellenceModel() {
    return facts[3];
  }

  public Boolean getSoundManagementSystem() {
    return facts[4];
  }

  public Boolean getIso9001Certified() {
    return facts[5];
  }

  public Boolean getQualityWorkOutstanding() {
    return facts[6];
  }

  public Boolean getPerformanceLeading() {
    return facts[7];
  }

  public Boolean getInnovationLeading() {
    return facts[8];
  }

  public Boolean getIntegrityAndServiceGood() {
    return facts[9];
  }

  public Boolean getInspectionsClean() {
    return facts[10];
  }

  public Boolean getNoMajorAccident() {
    return facts[11];
  }

  public Boolean getNoMajorComplaint() {
    return facts[12];
  }

  public Boolean getOtherRequirementsMet() {
    return facts[13];
  }

  public Boolean getSelfEvaluation() {
    return facts[14];
  }

  public Boolean getForm() {
    return facts[15];
  }

  public Boolean getEvidence() {
    return facts[16];
  }

  public Integer getOperatingSince() {
    return row.operatingSince();
  }

  public Integer getRecommendedBy() {
    return row.recommendedBy();
  }

  public Integer getCopies() {
    return row.copies();
  }

  public Integer getReceived() {
    return row.received();
  }

  public Integer getInspectionFailure() {
    return row.inspectionFailure();
  }

  public Integer getMajorAccident() {
    return row.majorAccident();
  }

  public Integer getMajorComplaint() {
    return row.majorComplaint();
  }

  public Integer getFraud() {
    return row.fraud();
  }

  public Integer getRevocation() {
    return row.revocation();
  }

  public Integer getDocument() {
    return row.document();
  }

  public Integer getSite() {
    return row.site();
  }

  public int getAward() {
    return row.award();
  }

  public int getWon() {
    return row.won();
  }

  public long getPaid() {
    return row.paid();
  }
}

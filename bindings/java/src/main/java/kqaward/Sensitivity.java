package kqaward;

import java.util.ArrayList;
import java.util.List;

/**
 * On which readings an organisation's result depends, singly and jointly.
 *
 * @param id the organisation
 * @param outcomeSets least sets of readings whose change together changes the outcome
 * @param prizeSets sets whose change leaves the outcome and changes the prize
 */
public record Sensitivity(String id, List<List<String>> outcomeSets, List<List<String>> prizeSets) {
  private static final int WORDS = 8;
  private static final int WORD_BITS = 32;

  static List<Sensitivity> list(List<String> ids, long[] words) {
    List<Sensitivity> list = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      int at = 2 * WORDS * i;
      list.add(new Sensitivity(ids.get(i), sets(words, at), sets(words, at + WORDS)));
    }
    return List.copyOf(list);
  }

  /** A set of readings is the sum of their bits, and stands in the words as one bit. */
  private static List<List<String>> sets(long[] words, int from) {
    List<List<String>> sets = new ArrayList<>();
    for (int set = 0; set < WORDS * WORD_BITS; set++) {
      if ((words[from + set / WORD_BITS] >> set % WORD_BITS & 1) != 0) {
        sets.add(Parameter.readings(set));
      }
    }
    return List.copyOf(sets);
  }
}

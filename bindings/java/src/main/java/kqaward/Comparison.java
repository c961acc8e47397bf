package kqaward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A whole round before and after.
 *
 * @param flipped how many organisations have another outcome
 * @param changed how many have any other result
 * @param qualityBefore seats of the quality award before
 * @param qualityAfter seats of the quality award after
 * @param nominationBefore seats of the nomination award before
 * @param nominationAfter seats of the nomination award after
 * @param prizeBefore sum of all prizes before, yuan
 * @param prizeAfter sum of all prizes after, yuan
 * @param transitions how many went from one outcome to another; those without an outcome are left
 *     out
 * @param changes one answer an organisation, in their order
 */
public record Comparison(
    int flipped,
    int changed,
    Seats qualityBefore,
    Seats qualityAfter,
    Seats nominationBefore,
    Seats nominationAfter,
    long prizeBefore,
    long prizeAfter,
    Map<Outcome, Map<Outcome, Integer>> transitions,
    List<Change> changes) {
  private static final int NUMBERS = 17;
  private static final int OUTCOMES = 11;

  static Comparison of(List<String> ids, long[] numbers) {
    List<Change> changes = new ArrayList<>(ids.size());
    int at = NUMBERS + OUTCOMES * OUTCOMES;
    for (String id : ids) {
      changes.add(Change.at(id, numbers, at));
      at += Change.NUMBERS;
    }
    return new Comparison(
        (int) numbers[1],
        (int) numbers[2],
        Seats.at(numbers, 3),
        Seats.at(numbers, 6),
        Seats.at(numbers, 9),
        Seats.at(numbers, 12),
        numbers[15],
        numbers[16],
        transitions(numbers),
        List.copyOf(changes));
  }

  private static Map<Outcome, Map<Outcome, Integer>> transitions(long[] numbers) {
    Map<Outcome, Map<Outcome, Integer>> transitions = new EnumMap<>(Outcome.class);
    for (Outcome before : Outcome.values()) {
      Map<Outcome, Integer> row = new EnumMap<>(Outcome.class);
      for (Outcome after : Outcome.values()) {
        int count = (int) numbers[NUMBERS + before.code() * OUTCOMES + after.code()];
        if (count > 0) {
          row.put(after, count);
        }
      }
      if (!row.isEmpty()) {
        transitions.put(before, Collections.unmodifiableMap(row));
      }
    }
    return Collections.unmodifiableMap(transitions);
  }
}

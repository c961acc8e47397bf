package kqaward;

import java.util.List;

/**
 * What a vote gives its candidates (Art. 3, 19, 22).
 *
 * @param seats the seats taken
 * @param tied how many are tied across the last seat
 * @param places what each candidate got, in their order
 */
public record Allocation(Seats seats, int tied, List<Place> places) {}

package kqaward;

import java.util.List;

/**
 * Totals in order (Art. 18).
 *
 * @param ranks the rank of each total, from 1; equal totals share one; 0 for one not ranked
 * @param order places of the ranked ones, from high to low
 */
public record Ranking(List<Integer> ranks, List<Integer> order) {}

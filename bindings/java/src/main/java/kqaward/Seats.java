package kqaward;

/**
 * How the seats of an award were taken.
 *
 * @param quota seats of the quota
 * @param taken awards inside the quota
 * @param offQuota awards off the quota
 */
public record Seats(int quota, int taken, int offQuota) {
  static Seats at(long[] numbers, int place) {
    return new Seats((int) numbers[place], (int) numbers[place + 1], (int) numbers[place + 2]);
  }
}

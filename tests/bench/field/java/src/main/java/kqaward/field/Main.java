package kqaward.field;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A peer over the columns: `Main DATA ROWS SECONDS ANSWERS MODE` prints what harness.py prints. The
 * virtual machine warms up for so many seconds before the clock starts.
 */
public final class Main {
  private static final int LEAST_RUNS = 3;
  private static final int MOST_RUNS = 15;
  private static final double LEAST_SECONDS = 0.002;

  private Main() {}

  private static double seconds(Peer peer, long times) {
    long start = System.nanoTime();
    for (long i = 0; i < times; i++) {
      peer.run();
    }
    return (System.nanoTime() - start) * 1e-9 / times;
  }

  private static List<Double> measure(Peer peer, double budget) {
    long until = System.nanoTime() + (long) (budget * 1e9);
    double first = seconds(peer, 1);
    while (System.nanoTime() < until) {
      first = seconds(peer, 1);
    }
    long times = first < LEAST_SECONDS ? (long) (LEAST_SECONDS / first) + 1 : 1;
    long runs = Math.min(MOST_RUNS, Math.max(LEAST_RUNS, (long) (budget / (first * times))));
    List<Double> found = new ArrayList<>();
    for (long i = 0; i < runs; i++) {
      found.add(seconds(peer, times));
    }
    return found;
  }

  /** Reads, decides, writes, measures. */
  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[1]);
    ColumnFiles data = new ColumnFiles(Path.of(arguments[0]), rows);
    Peer peer =
        switch (arguments[4]) {
          case "columns" -> new LibraryPeer(data);
          case "drools" -> new DroolsPeer(data);
          default -> throw new IllegalArgumentException("There is no mode " + arguments[4] + ".");
        };
    peer.run();
    peer.write(new ColumnFiles(Path.of(arguments[3]), rows));
    String seconds =
        measure(peer, Double.parseDouble(arguments[2])).stream()
            .map(each -> String.format(Locale.ROOT, "%.9g", each))
            .collect(Collectors.joining(", "));
    System.out.printf("{\"seconds\": [%s], \"versions\": {%s}}%n", seconds, peer.version());
  }
}

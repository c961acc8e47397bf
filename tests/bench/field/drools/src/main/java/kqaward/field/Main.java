package kqaward.field;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools over the columns: `Main DATA ROWS SECONDS ANSWERS`, as harness.py. One session takes the
 * organisations in batches, fires its rules and lets them go again, so that its working memory stays
 * small; the virtual machine warms up before the clock starts.
 */
public final class Main {
  private static final int BATCH = 1000;
  private static final int LEAST_RUNS = 3;
  private static final int MOST_RUNS = 15;
  private static final double LEAST_SECONDS = 0.002;

  private final KieSession session;
  private final List<Organisation> organisations;

  private Main(KieSession session, List<Organisation> organisations) {
    this.session = session;
    this.organisations = organisations;
  }

  private static KieSession session() {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(services.getResources().newClassPathResource("kqaward/field/award.drl"));
    var results = services.newKieBuilder(files)
        .buildAll(org.drools.model.codegen.ExecutableModelProject.class).getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(results.toString());
    }
    KieContainer container =
        services.newKieContainer(services.getRepository().getDefaultReleaseId());
    return container.newKieSession();
  }

  private void run() {
    List<FactHandle> handles = new ArrayList<>(BATCH);
    for (int first = 0; first < organisations.size(); first += BATCH) {
      int last = Math.min(first + BATCH, organisations.size());
      for (Organisation one : organisations.subList(first, last)) {
        one.forget();
        handles.add(session.insert(one));
      }
      session.fireAllRules();
      handles.forEach(session::delete);
      handles.clear();
    }
  }

  private double seconds(long times) {
    long start = System.nanoTime();
    for (long i = 0; i < times; i++) {
      run();
    }
    return (System.nanoTime() - start) * 1e-9 / times;
  }

  private List<Double> measure(double budget) {
    long until = System.nanoTime() + (long) (budget * 1e9);
    double first = seconds(1);
    while (System.nanoTime() < until) {
      first = seconds(1);
    }
    long times = first < LEAST_SECONDS ? (long) (LEAST_SECONDS / first) + 1 : 1;
    long runs = Math.min(MOST_RUNS, Math.max(LEAST_RUNS, (long) (budget / (first * times))));
    List<Double> found = new ArrayList<>();
    for (long i = 0; i < runs; i++) {
      found.add(seconds(times));
    }
    return found;
  }

  /** Reads, decides, writes, measures. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    List<Organisation> organisations = new Columns(data, rows).read();
    Main main = new Main(session(), organisations);
    main.run();
    Columns.write(Path.of(arguments[3]), organisations);
    String seconds = main.measure(Double.parseDouble(arguments[2])).stream()
        .map(each -> String.format(Locale.ROOT, "%.9g", each)).collect(Collectors.joining(", "));
    System.out.printf("{\"seconds\": [%s], \"versions\": {\"Drools\": \"%s\", \"Java\": \"%s\"}}%n",
        seconds, KieSession.class.getPackage().getImplementationVersion(),
        System.getProperty("java.version"));
  }
}

package kqaward.field;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools, by its executable model: one session takes the organisations in batches, fires its rules
 * and lets them go again, so that its working memory stays small.
 */
final class DroolsPeer implements Peer {
  private static final int BATCH = 1000;

  private final KieSession session = makeSession();
  private final List<Organisation> organisations;

  DroolsPeer(ColumnFiles data) {
    organisations = Organisation.read(data);
  }

  private static KieSession makeSession() {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(services.getResources().newClassPathResource("kqaward/field/award.drl"));
    var results =
        services.newKieBuilder(files).buildAll(ExecutableModelProject.class).getResults();
    if (results.hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(results.toString());
    }
    return services.newKieContainer(services.getRepository().getDefaultReleaseId()).newKieSession();
  }

  @Override
  public void run() {
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

  @Override
  public void write(ColumnFiles files) {
    int rows = organisations.size();
    byte[] verdict = new byte[rows];
    byte[] decisive = new byte[rows];
    byte[] floors = new byte[rows];
    long[] total = new long[rows];
    long[] prize = new long[rows];
    for (int row = 0; row < rows; row++) {
      Organisation one = organisations.get(row);
      verdict[row] = one.verdict();
      decisive[row] = one.decisive();
      total[row] = one.total();
      floors[row] = one.floors();
      prize[row] = one.prize();
    }
    files.writeAnswers(verdict, decisive, total, floors, prize);
  }

  @Override
  public String version() {
    String drools = KieSession.class.getPackage().getImplementationVersion();
    return "\"Drools\": \"" + drools + "\"";
  }
}

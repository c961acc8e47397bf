package kqaward;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a year's procedure stands.
 *
 * @param verdict not met when something is late or out of order, else unknown while something is
 *     still to come, else met
 * @param nextStage first stage not done; null when all are
 * @param siteReportDue last day for the site review report; null before the site review is done
 * @param findings stages in order, then the site review report
 */
public record Progress(
    Verdict verdict, Stage nextStage, LocalDate siteReportDue, List<Finding> findings) {}

package kqaward;

import java.time.LocalDate;

/**
 * Whether, until when, and whether in time an event was to be reported (Art. 29).
 *
 * @param arises whether there is a duty to report
 * @param due last day; null where no duty arises
 * @param finding not applicable where no duty arises, unknown while the report may still come in
 *     time
 */
public record Report(boolean arises, LocalDate due, Finding finding) {}

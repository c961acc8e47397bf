package kqaward;

/**
 * A warning about a round's result.
 *
 * @param code what it is about
 * @param id the organisation; null where the vote as a whole is meant
 * @param reading the reading's name; null where a vote is meant
 * @param vote the vote; {@link Award#NONE} where a reading is meant
 */
public record Warning(WarningCode code, String id, String reading, Award vote) {}

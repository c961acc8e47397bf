package kqaward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of one application: the facts of Art. 12, the papers of Art. 14, incidents and
 * earlier sanctions. What is not given is unknown, which is not the same as false.
 */
public final class Application {
  /** How many of the requirements are plain facts. */
  private static final int FACTS = Requirement.OPERATING_SINCE.code();

  private static final int NUMBERS = FACTS + 5;
  private static final int OPERATING_SINCE = FACTS;
  private static final int RECOMMENDED_BY = FACTS + 1;
  private static final int COPIES_KNOWN = FACTS + 2;
  private static final int COPIES = FACTS + 3;
  private static final int RECEIVED = FACTS + 4;

  private final long[] numbers;
  private final List<Incident> incidents;
  private final List<Sanction> sanctions;
  private final long[] incidentNumbers;
  private final long[] sanctionNumbers;

  private Application(Builder builder) {
    numbers = builder.numbers.clone();
    incidents = List.copyOf(builder.incidents);
    sanctions = List.copyOf(builder.sanctions);
    incidentNumbers = new long[2 * incidents.size()];
    sanctionNumbers = Sanction.numbers(sanctions);
    for (int i = 0; i < incidents.size(); i++) {
      incidentNumbers[2 * i] = incidents.get(i).kind().code();
      incidentNumbers[2 * i + 1] = Given.dayOrNone(incidents.get(i).date());
    }
  }

  /**
   * A builder to which nothing is known yet.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  long[] numbers() {
    return numbers;
  }

  long[] incidentNumbers() {
    return incidentNumbers;
  }

  long[] sanctionNumbers() {
    return sanctionNumbers;
  }

  /**
   * One of the plain facts.
   *
   * @param requirement a fact, up to {@link Requirement#EVIDENCE}
   * @return whether it holds
   */
  public Truth fact(Requirement requirement) {
    return Truth.of(numbers[place(requirement)]);
  }

  private static int place(Requirement requirement) {
    int place = Given.notNull(requirement, "fact").code();
    if (place >= FACTS) {
      throw KqaException.refuse(Status.VALUE, requirement.key());
    }
    return place;
  }

  /**
   * Since when the organisation has operated.
   *
   * @return the day; null when unknown
   */
  public LocalDate operatingSince() {
    return Given.toDay(numbers[OPERATING_SINCE]);
  }

  /**
   * Who recommends it.
   *
   * @return the recommender
   */
  public Recommender recommendedBy() {
    return Recommender.of(numbers[RECOMMENDED_BY]);
  }

  /**
   * How many copies were handed in.
   *
   * @return the number; null when unknown
   */
  public Integer copies() {
    return numbers[COPIES_KNOWN] == 0 ? null : (Integer) (int) numbers[COPIES];
  }

  /**
   * When it was received.
   *
   * @return the day; null when unknown
   */
  public LocalDate received() {
    return Given.toDay(numbers[RECEIVED]);
  }

  /**
   * Its incidents.
   *
   * @return an immutable list
   */
  public List<Incident> incidents() {
    return incidents;
  }

  /**
   * Its earlier sanctions.
   *
   * @return an immutable list
   */
  public List<Sanction> sanctions() {
    return sanctions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Application application
        && Arrays.equals(numbers, application.numbers)
        && incidents.equals(application.incidents)
        && sanctions.equals(application.sanctions);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(numbers) + incidents.hashCode()) + sanctions.hashCode();
  }

  /** Collects what is known of an application. A builder is for one thread. */
  public static final class Builder {
    private final long[] numbers = new long[NUMBERS];
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Sanction> sanctions = new ArrayList<>();

    private Builder() {}

    /**
     * States a fact.
     *
     * @param requirement a plain fact, up to {@link Requirement#EVIDENCE}
     * @param holds whether it holds
     * @return this builder
     */
    public Builder fact(Requirement requirement, boolean holds) {
      return fact(requirement, holds ? Truth.TRUE : Truth.FALSE);
    }

    /**
     * States a fact, or takes it back as unknown.
     *
     * @param requirement a plain fact, up to {@link Requirement#EVIDENCE}
     * @param truth whether it holds
     * @return this builder
     */
    public Builder fact(Requirement requirement, Truth truth) {
      numbers[place(requirement)] = Given.notNull(truth, "fact").code();
      return this;
    }

    /**
     * States a fact by its name in the round file.
     *
     * @param name a name such as {@code iso9001_certified} or {@code application.form}
     * @param holds whether it holds
     * @return this builder
     */
    public Builder fact(String name, boolean holds) {
      int requirement = Rules.requirementFind(Given.text(name, "fact"));
      if (requirement < 0 || requirement >= FACTS) {
        throw KqaException.refuse(Status.UNKNOWN_KEY, name);
      }
      return fact(Requirement.of(requirement), holds);
    }

    /**
     * States since when the organisation has operated.
     *
     * @param date the day
     * @return this builder
     */
    public Builder operatingSince(LocalDate date) {
      numbers[OPERATING_SINCE] = Given.day(date, "operating_since");
      return this;
    }

    /**
     * States who recommends it.
     *
     * @param recommender the recommender
     * @return this builder
     */
    public Builder recommendedBy(Recommender recommender) {
      numbers[RECOMMENDED_BY] = Given.notNull(recommender, "recommended_by").code();
      return this;
    }

    /**
     * States how many copies were handed in.
     *
     * @param copies the number
     * @return this builder
     */
    public Builder copies(int copies) {
      numbers[COPIES_KNOWN] = 1;
      numbers[COPIES] = copies;
      return this;
    }

    /**
     * States when it was received.
     *
     * @param date the day
     * @return this builder
     */
    public Builder received(LocalDate date) {
      numbers[RECEIVED] = Given.day(date, "received");
      return this;
    }

    /**
     * Adds an incident.
     *
     * @param kind what happened
     * @param date the day on which it happened
     * @return this builder
     */
    public Builder incident(IncidentKind kind, LocalDate date) {
      incidents.add(new Incident(kind, date));
      return this;
    }

    /**
     * Adds an earlier sanction.
     *
     * @param kind its kind
     * @param decided the day of the decision
     * @return this builder
     */
    public Builder sanction(SanctionKind kind, LocalDate decided) {
      sanctions.add(new Sanction(kind, decided));
      return this;
    }

    /**
     * The application.
     *
     * @return an immutable value
     */
    public Application build() {
      return new Application(this);
    }
  }
}

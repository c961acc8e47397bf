/* The library's codes as Java enums, with their comments. A run of its own: to SWIG the constants
 * of C enums share one scope, where MET and UNKNOWN could stand only once; those of scoped enums do
 * not. Only the classes are used of this run. */
%module(jniclassname="CodesJNI") CodesModule

%include <stdint.i>
%include "enums.swg"

%feature("doxygen:alias:article") "Ordinance: art. "

%rename($ignore, %$isfunction) "";
%rename($ignore, %$isclass) "";
%javaconst(1);
%typemap(javabody) enum SWIGTYPE %{
  private static final CodeTable<$javaclassname> CODES =
      new CodeTable<>($javaclassname.class, values(), $javaclassname::code);

  private final int code;

  $javaclassname(int code) {
    this.code = code;
  }

  /**
   * The permanent number in the C library.
   *
   * @return the number
   */
  public int code() {
    return code;
  }

  static $javaclassname of(long code) {
    return CODES.of(code);
  }

  /**
   * The value of a word in data.
   *
   * @param key a word as {@link #key()} answers it
   * @return the value
   * @throws KqaException for any other word
   */
  public static $javaclassname find(String key) {
    return CODES.find(key, $javaclassname::key);
  }
%}

/* What the library says of a code: a word for data, and mostly words for people. */
%define KQA_WORDS(C, KEY)
%typemap(javacode) C %{
  /**
   * The permanent word in data.
   *
   * @return the word
   */
  public String key() {
    return KEY;
  }
%}
%enddef
%define KQA_WORDS_AND_TEXT(C, KEY, TEXT, CALL)
%typemap(javacode) C %{
  /**
   * The permanent word in data.
   *
   * @return the word
   */
  public String key() {
    return KEY;
  }

  /**
   * The words for people.
   *
   * @param language Chinese or English
   * @return the text; empty where there is none
   */
  public String TEXT(Language language) {
    return Rules.CALL(code, Given.code(language));
  }
%}
%enddef

KQA_WORDS(enum SWIGTYPE, CodeTable.word(this))
KQA_WORDS(enum kqa_requirement, Rules.requirementName(code))
KQA_WORDS_AND_TEXT(enum kqa_award, CodeTable.word(this), text, awardText)
KQA_WORDS_AND_TEXT(enum kqa_field, Rules.fieldName(code), rule, fieldRule)
KQA_WORDS_AND_TEXT(enum kqa_measure, CodeTable.word(this), text, measureText)
KQA_WORDS_AND_TEXT(enum kqa_outcome_code, Rules.outcomeName(code), text, outcomeText)
KQA_WORDS_AND_TEXT(enum kqa_stage, CodeTable.word(this), text, stageText)
KQA_WORDS_AND_TEXT(enum kqa_status, Rules.statusName(code), text, statusText)
KQA_WORDS_AND_TEXT(enum kqa_unit, CodeTable.word(this), text, unitText)
KQA_WORDS_AND_TEXT(enum kqa_verdict, Rules.verdictName(code), text, verdictText)
%typemap(javacode) enum kqa_provision_code %{
  /**
   * The permanent word in data.
   *
   * @return the word
   */
  public String key() {
    return Rules.provisionKey(code);
  }

  /**
   * What it is called.
   *
   * @param language Chinese or English
   * @return the text
   */
  public String label(Language language) {
    return Rules.provisionLabel(code, Given.code(language));
  }

  /**
   * Of a decided provision what "not met" means, of a computed one what is computed, of one left to
   * people why, and whose judgement it is.
   *
   * @param language Chinese or English
   * @return the text, without a full stop
   */
  public String text(Language language) {
    return Rules.provisionText(code, Given.code(language));
  }

  /**
   * Its article and item, such as Art. 12(6).
   *
   * @param language Chinese or English
   * @return the text
   */
  public String citation(Language language) {
    return Rules.citation(article(), item(), Given.code(language));
  }

  /**
   * What the library does with it.
   *
   * @return the kind
   */
  public ProvisionKind kind() {
    return ProvisionKind.of(Rules.provisionFind(code)[1]);
  }

  /**
   * Its article of the ordinance.
   *
   * @return 1 to 33
   */
  public int article() {
    return (int) Rules.provisionFind(code)[2];
  }

  /**
   * Its item of the article.
   *
   * @return the item; 0 for none
   */
  public int item() {
    return (int) Rules.provisionFind(code)[3];
  }

  /**
   * The C function that decides or computes it.
   *
   * @return the name; empty where people decide
   */
  public String function() {
    return Rules.provisionFunction(code);
  }
%}

%ignore kqa_vote_approval;
%ignore kqa_vote_quorum;
%ignore kqa_floors_apply_to;
%ignore kqa_prior_winner_exempt;
%ignore kqa_clean_record_window;
%ignore kqa_special_nomination_floors;
%ignore kqa_prize_revoked_history;
%ignore kqa_score_rounding;
%ignore kqa_report_rollover;
%ignore kqa_review_kind;

%define KQA_ENUM(C, JAVA, PREFIX)
%rename("JAVA", %$isenum, regexmatch$name="^C$") "";
%rename("%(strip:[PREFIX])s", %$isenumitem, regexmatch$name="PREFIX") "";
%enddef
KQA_ENUM(kqa_accident_grade, AccidentGrade, KQA_ACCIDENT_)
KQA_ENUM(kqa_assessor_fact, AssessorFact, KQA_ASSESSOR_)
KQA_ENUM(kqa_award, Award, KQA_AWARD_)
KQA_ENUM(kqa_below, Below, KQA_BELOW_)
KQA_ENUM(kqa_changed, Changed, KQA_CHANGED_)
KQA_ENUM(kqa_committee_role, CommitteeRole, KQA_COMMITTEE_)
KQA_ENUM(kqa_conduct_fact, ConductFact, KQA_CONDUCT_)
KQA_ENUM(kqa_convener, Convener, KQA_CONVENER_)
KQA_ENUM(kqa_day_kind, DayKind, KQA_DAY_)
KQA_ENUM(kqa_event_kind, EventKind, KQA_EVENT_)
KQA_ENUM(kqa_field, Field, KQA_FIELD_)
KQA_ENUM(kqa_incident_kind, IncidentKind, KQA_INCIDENT_)
KQA_ENUM(kqa_inspection_level, InspectionLevel, KQA_INSPECTION_)
KQA_ENUM(kqa_language, Language, KQA_LANGUAGE_)
KQA_ENUM(kqa_measure, Measure, KQA_MEASURE_)
KQA_ENUM(kqa_outcome_code, Outcome, KQA_OUTCOME_)
KQA_ENUM(kqa_parameter_kind, ParameterKind, KQA_PARAMETER_)
KQA_ENUM(kqa_place, Place, KQA_PLACE_)
KQA_ENUM(kqa_provision_code, Provision, KQA_PROVISION_)
KQA_ENUM(kqa_provision_kind, ProvisionKind, KQA_PROVISION_KIND_)
KQA_ENUM(kqa_recommender, Recommender, KQA_RECOMMENDER_)
KQA_ENUM(kqa_relation, Relation, KQA_RELATION_)
KQA_ENUM(kqa_requirement, Requirement, KQA_FACT_)
%rename("%(strip:[KQA_REQUIREMENT_])s", %$isenumitem, regexmatch$name="KQA_REQUIREMENT_") "";
KQA_ENUM(kqa_sanction_kind, SanctionKind, KQA_SANCTION_)
KQA_ENUM(kqa_stage, Stage, KQA_STAGE_)
KQA_ENUM(kqa_status, Status, KQA_E_)
%rename(OK) KQA_OK;
KQA_ENUM(kqa_title_fact, TitleFact, KQA_TITLE_)
%rename(Truth) kqa_truth;
%rename(UNKNOWN) KQA_UNKNOWN;
%rename(TRUE) KQA_TRUE;
%rename(FALSE) KQA_FALSE;
KQA_ENUM(kqa_unit, Unit, KQA_UNIT_)
KQA_ENUM(kqa_verdict, Verdict, KQA_VERDICT_)
KQA_ENUM(kqa_vote_state, VoteState, KQA_VOTE_)
KQA_ENUM(kqa_won, Won, KQA_WON_)

#define enum enum class
%include "headers.i"

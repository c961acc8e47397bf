/* The library for other languages. What a function means stands in its header; a language brings
 * typemaps for the plain values and nothing else. */
#ifdef SWIGPYTHON
%module(package="kqaward") _native
#endif
#ifdef SWIGJAVA
%module(jniclassname="Native") Rules
#endif

%feature("doxygen:alias:article") "Ordinance: art. "

%{
#include "kqaward/kqaward.h"
%}

%rename("%(regex:/^(?:kqa|plain)_(.*)/\\1/)s", %$isfunction) "";

/* A caller's fault is an exception, so there is no fault to ask. */
%ignore kqa_fault_path;
%ignore kqa_fault_text;
/* These change their argument or need lists that the caller keeps; each language has its own. */
%ignore kqa_edition_set;
%ignore kqa_calendar_mark;
%ignore kqa_rank;
%ignore kqa_allocate;
%ignore kqa_organization_blank;
%ignore kqa_round_decide;
%ignore kqa_round_dependence;
%ignore kqa_round_findings;
%ignore kqa_columns;
%ignore kqa_answers;
%ignore kqa_batch_decide;
%ignore kqa_ballot_columns;
%ignore kqa_ballot_answers;
%ignore kqa_batch_ballots;
%ignore kqa_round_decide_under;
%ignore kqa_reading_combination;
%ignore kqa_round_sensitivity;
%ignore kqa_round_change;
%ignore kqa_round_compare;

#ifdef SWIGPYTHON
%include "python/typemaps.i"
#endif
#ifdef SWIGJAVA
%include "java/typemaps.i"
#endif

%include "headers.i"

#ifdef SWIGPYTHON
%include "python/rounds.i"
#endif

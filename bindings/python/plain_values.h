/* Structures that Python holds as bytes: making, changing and looking at them; and lists that the
 * library sorts or fills. */
#ifndef KQAWARD_PYTHON_PLAIN_VALUES_H
#define KQAWARD_PYTHON_PLAIN_VALUES_H

#include <Python.h>

/** Raises KqaError.
 * @param status Short name of a status.
 * @param field  Path of the field. */
PyObject *plain_refuse(PyObject *status, PyObject *field);

/** Raises KqaError about a file as a whole.
 * @param status Short name of a status.
 * @param name   Name of the file. */
PyObject *plain_refuse_file(PyObject *status, PyObject *name);

/** An exact number as text that the library reads.
 * @param value int, Fraction, Decimal or text.
 * @param name  What it is, in an error. */
PyObject *plain_exact_text(PyObject *value, PyObject *name);

/** An edition with one parameter or reading set.
 * @param edition Plain bytes of an edition.
 * @param name    Name of the parameter or reading.
 * @param value   Its value as text. */
PyObject *plain_edition_with(PyObject *edition, PyObject *name, PyObject *value);

/** The checked edition under another id, with its days in force.
 * @param edition Plain bytes of an edition.
 * @param id      The id.
 * @param from    First day in force.
 * @param to      Last day in force, or None. */
PyObject *plain_edition_named(PyObject *edition, PyObject *id, PyObject *from, PyObject *to);

/** The edition, when kqa_edition_check() finds no fault.
 * @param edition Plain bytes of an edition. */
PyObject *plain_edition_checked(PyObject *edition);

/** The id of an edition.
 * @param edition Plain bytes of an edition. */
PyObject *plain_edition_id(PyObject *edition);

/** The first and the last day of an edition.
 * @param edition Plain bytes of an edition. */
PyObject *plain_edition_in_force(PyObject *edition);

/** The calendar, when it consists of years.
 * @param calendar Plain bytes of years. */
PyObject *plain_calendar_checked(PyObject *calendar);

/** The calendar with a year of plain weeks added, unless it has that year.
 * @param calendar Plain bytes of years.
 * @param year     The year. */
PyObject *plain_calendar_with_year(PyObject *calendar, PyObject *year);

/** The calendar with one day marked; the year is added where it is missing.
 * @param calendar Plain bytes of years.
 * @param date     The day.
 * @param kind     A kqa_day_kind code. */
PyObject *plain_calendar_marked(PyObject *calendar, PyObject *date, PyObject *kind);

/** The years of a calendar.
 * @param calendar Plain bytes of years. */
PyObject *plain_calendar_years(PyObject *calendar);

/** A set of criteria.
 * @param id           Its id.
 * @param items        Points and category of each item.
 * @param percent_step Step of the percents.
 * @param full_score   Sum of all points. */
PyObject *plain_criteria_make(PyObject *id, PyObject *items, PyObject *percent_step,
                        PyObject *full_score);

/** Id, full score, step, number of categories and items of a set.
 * @param criteria Plain bytes of a set. */
PyObject *plain_criteria_fields(PyObject *criteria);

/** Ranks totals from high to low.
 * @param totals Exact numbers, None for one that is not ranked. */
PyObject *plain_rank(PyObject *totals);

/** Gives the seats of one award after a valid vote.
 * @param edition    Plain bytes of an edition.
 * @param award      A kqa_award code.
 * @param present    Members present.
 * @param candidates Tuples of stands, former_winner, yes, runoff. */
PyObject *plain_allocate(PyObject *edition, PyObject *award, PyObject *present, PyObject *candidates);

/** The same from columns of 32-bit integers.
 * @param edition       Plain bytes of an edition.
 * @param award         A kqa_award code.
 * @param present       Members present.
 * @param yes           Votes in favour.
 * @param former_winner 1 for a former winner, or None.
 * @param runoff        Votes of the second ballot, or None. */
PyObject *plain_allocate_column(PyObject *edition, PyObject *award, PyObject *present, PyObject *yes,
                          PyObject *former_winner, PyObject *runoff);

/** Scores of many panels.
 * @param edition  Plain bytes of an edition.
 * @param criteria Plain bytes of a set.
 * @param percents Panels x sheets x items.
 * @param sheets   Sheets of each panel. */
PyObject *plain_panel_score_column(PyObject *edition, PyObject *criteria, PyObject *percents,
                             PyObject *sheets);

#endif

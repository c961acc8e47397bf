/** @file export.h
 * Visibility of the public functions.
 */
#ifndef KQAWARD_EXPORT_H
#define KQAWARD_EXPORT_H

/** Marks a function of the public interface; an embedder may define it before inclusion. @since 0.1
 */
#ifndef KQA_API
#if defined(__GNUC__) && !defined(SWIG) && !defined(__FRAMAC__)
#define KQA_API __attribute__((visibility("default")))
#else
#define KQA_API
#endif
#endif

#endif

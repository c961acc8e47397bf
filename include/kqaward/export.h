/** @file export.h
 * Visibility of the public functions.
 */
#ifndef KQAWARD_EXPORT_H
#define KQAWARD_EXPORT_H

/** Marks a function of the public interface; an embedder may define it before inclusion. @since 0.1
 */
#ifndef KQA_API
#if defined(SWIG) || defined(__FRAMAC__)
#define KQA_API
#elif defined(_WIN32) && defined(KQA_EXPORT)
#define KQA_API __declspec(dllexport)
#elif defined(__GNUC__) && !defined(_WIN32)
#define KQA_API __attribute__((visibility("default")))
#else
#define KQA_API
#endif
#endif

#endif

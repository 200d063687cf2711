#ifndef EMBEDDED_FILES_H
#define EMBEDDED_FILES_H

#include <stddef.h>

/// A file that stands inside the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} EmbeddedFile;

extern const EmbeddedFile embedded_divisions;
extern const EmbeddedFile embedded_traditional;
extern const EmbeddedFile embedded_bodies;
extern const EmbeddedFile embedded_successions;
extern const EmbeddedFile embedded_outline_words;
extern const EmbeddedFile embedded_outline_weights;
extern const EmbeddedFile embedded_rule_of_law;
extern const EmbeddedFile embedded_information_disclosure;
extern const EmbeddedFile embedded_economy;
extern const EmbeddedFile embedded_audit_html;
extern const EmbeddedFile embedded_audit_css;
extern const EmbeddedFile embedded_audit_js;

#endif

#include "embedded_files.h"

static const unsigned char divisions_bytes[] = {
#embed "divisions.tsv"
};
const EmbeddedFile embedded_divisions = {divisions_bytes, sizeof divisions_bytes};

static const unsigned char traditional_bytes[] = {
#embed "traditional.tsv"
};
const EmbeddedFile embedded_traditional = {traditional_bytes, sizeof traditional_bytes};

static const unsigned char bodies_bytes[] = {
#embed "bodies.tsv"
};
const EmbeddedFile embedded_bodies = {bodies_bytes, sizeof bodies_bytes};

static const unsigned char successions_bytes[] = {
#embed "successions.tsv"
};
const EmbeddedFile embedded_successions = {successions_bytes, sizeof successions_bytes};

static const unsigned char outline_words_bytes[] = {
#embed "outline/words.tsv"
};
const EmbeddedFile embedded_outline_words = {outline_words_bytes, sizeof outline_words_bytes};

static const unsigned char outline_weights_bytes[] = {
#embed "outline/weights.tsv"
};
const EmbeddedFile embedded_outline_weights = {outline_weights_bytes, sizeof outline_weights_bytes};

static const unsigned char rule_of_law_bytes[] = {
#embed "catalogue/rule-of-law.yaml"
};
const EmbeddedFile embedded_rule_of_law = {rule_of_law_bytes, sizeof rule_of_law_bytes};

static const unsigned char information_disclosure_bytes[] = {
#embed "catalogue/information-disclosure.yaml"
};
const EmbeddedFile embedded_information_disclosure = {information_disclosure_bytes, sizeof information_disclosure_bytes};

static const unsigned char economy_bytes[] = {
#embed "catalogue/economy.yaml"
};
const EmbeddedFile embedded_economy = {economy_bytes, sizeof economy_bytes};

static const unsigned char audit_html_bytes[] = {
#embed "audit/audit.html"
};
const EmbeddedFile embedded_audit_html = {audit_html_bytes, sizeof audit_html_bytes};

static const unsigned char audit_css_bytes[] = {
#embed "audit/audit.css"
};
const EmbeddedFile embedded_audit_css = {audit_css_bytes, sizeof audit_css_bytes};

static const unsigned char audit_js_bytes[] = {
#embed "audit/audit.js"
};
const EmbeddedFile embedded_audit_js = {audit_js_bytes, sizeof audit_js_bytes};

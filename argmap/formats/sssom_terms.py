"""The words of an alignment file: its columns, in the order SSSOM lists them, and the terms they hold."""

import re
from typing import Final

from argmap.comparison.alignment.correspondences import MANUAL, NO_TERM, PREDICATES, PROPOSED

__all__ = [
    "CHANGED",
    "COLUMNS",
    "CURIE",
    "JUSTIFICATIONS",
    "MANUAL",
    "NEAR_PREDICATES",
    "NOT",
    "NO_TERM",
    "PREDICATES",
    "PROPOSED",
    "REQUIRED",
    "SLOTS",
]

REQUIRED: Final = ("subject_id", "predicate_id", "object_id", "mapping_justification")

COLUMNS: Final = (
    "subject_id",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "mapping_justification",
    "author_id",
    "confidence",
    "comment",
)
"""What argmap always writes, so that a table can be filled in; it reads and writes two more where they are needed."""

CHANGED: Final = (*COLUMNS, "author_label", "object_source")

CURIE: Final = re.compile(r"[A-Za-z][\w.-]*:\S+")
"""What stands under `author_id`: other tools drop a row with a bare name there; names belong under `author_label`."""

NOT: Final = "Not"

SLOTS: Final = (
    *("record_id", "subject_id", "subject_label", "subject_category"),
    *("predicate_id", "predicate_label", "predicate_modifier", "object_id", "object_label", "object_category"),
    *("mapping_justification", "author_id", "author_label", "reviewer_id", "reviewer_label", "creator_id"),
    *("creator_label", "license", "subject_type", "subject_source", "subject_source_version", "object_type"),
    *("object_source", "object_source_version", "predicate_type", "mapping_provider", "mapping_source"),
    *("mapping_cardinality", "cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version"),
    *("mapping_date", "publication_date", "review_date", "confidence", "reviewer_agreement", "curation_rule"),
    *("curation_rule_text", "subject_match_field", "object_match_field", "match_string", "subject_preprocessing"),
    *("object_preprocessing", "similarity_score", "similarity_measure", "semantic_similarity_score"),
    *("semantic_similarity_measure", "see_also", "issue_tracker_item", "other", "comment"),
)
"""The columns of SSSOM in its order. Source: mapping-commons/sssom, class Mapping."""

JUSTIFICATIONS: Final = tuple(
    f"semapv:{word}"
    for word in (
        "ManualMappingCuration",
        "CompositeMatching",
        "LexicalMatching",
        "LogicalMatching",
        "UnspecifiedMatching",
        "SemanticSimilarityThresholdMatching",
        "LexicalSimilarityThresholdMatching",
        "MappingReview",
        "MappingChaining",
        "MappingInversion",
        "StructuralMatching",
        "InstanceBasedMatching",
        "BackgroundKnowledgeBasedMatching",
    )
)
"""The terms of the semantic mapping vocabulary that SSSOM allows."""

NEAR_PREDICATES: Final = {
    "skos:closeMatch": "argmap:related",
    "skos:relatedMatch": "argmap:related",
    "owl:sameAs": "skos:exactMatch",
    "owl:equivalentClass": "skos:exactMatch",
    "owl:differentFrom": "argmap:contradicts",
    "owl:disjointWith": "argmap:contrary",
    "rdfs:subClassOf": "skos:broadMatch",
}
"""What other alignments use, and what comes nearest to it here."""

/** Neutral trees of maps, lists, texts, numbers and booleans: read field by field, kept as text. */
@NullMarked
package descent.question.tree;

import org.jspecify.annotations.NullMarked;

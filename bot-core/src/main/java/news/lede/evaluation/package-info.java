/**
 * Measures grouping, relating, summarising and topics on labelled news: runs the parts that the bot runs over files of articles and writes what they answer, for
 * somebody else to score. Never reads a label. In: folders of JSON lines. Out: folders of JSON lines. Sits above {@code story}, {@code summary} and
 * {@code topic}. Start at {@link news.lede.evaluation.StoriesEvaluation}.
 */
@NullMarked
package news.lede.evaluation;

import org.jspecify.annotations.NullMarked;

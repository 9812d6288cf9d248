/**
 * Words and sentences of any language: splitting, stems, stop words, similarity, language detection. In: plain text. Out: spans
 * of that text and numbers. Knows nothing of news. Start at {@link news.lede.text.Sentences}.
 */
@NullMarked
package news.lede.text;

import org.jspecify.annotations.NullMarked;

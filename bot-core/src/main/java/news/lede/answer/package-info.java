/**
 * What we say, platform-free. In: views, statements, texts. Out: {@link news.lede.answer.Answer} values that adapters draw; all texts for readers stand
 * in the message bundles here ({@link news.lede.answer.Texts}). An answer is drawn as text by {@link news.lede.answer.AnswerText}, for programs by
 * {@link news.lede.answer.AnswerJson}, elsewhere by the adapters, which take small lines from {@link news.lede.answer.Phrases} and show what others wrote only through
 * {@link news.lede.answer.Display}. Start at {@link news.lede.answer.Answer}.
 */
@NullMarked
package news.lede.answer;

import org.jspecify.annotations.NullMarked;

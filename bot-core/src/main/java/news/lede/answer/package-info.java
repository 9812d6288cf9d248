/**
 * What we say, platform-free. In: views, statements, texts. Out: {@link news.lede.answer.Answer} values that adapters draw; all texts for readers stand
 * in the message bundles here. Start at {@link news.lede.answer.Answer}.
 */
@NullMarked
package news.lede.answer;

import org.jspecify.annotations.NullMarked;

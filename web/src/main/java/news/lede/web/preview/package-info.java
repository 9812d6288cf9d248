/**
 * What a conversation would be sent right now, drawn as its readers would see it. In: conversations from {@link news.lede.web.chat.Rooms}, messages from {@link news.lede.alert.Foresight}, their payloads from
 * {@link news.lede.web.chat.Adapters}. Out: a page. Start at {@link news.lede.web.preview.PreviewPage}.
 */
@NullMarked
package news.lede.web.preview;

import org.jspecify.annotations.NullMarked;

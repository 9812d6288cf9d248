/**
 * The sample newsroom of the demo: invented papers, their articles, and the loopback server that publishes them as if live. In: {@code newsroom.yaml}. Out: feeds and pages on
 * 127.0.0.1. Start at {@link news.lede.app.demo.NewsroomServer}.
 */
@NullMarked
package news.lede.app.demo;

import org.jspecify.annotations.NullMarked;

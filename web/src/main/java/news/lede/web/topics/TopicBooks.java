package news.lede.web.topics;

import java.util.function.Supplier;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDrafts;
import news.lede.topic.TopicReplay;

/** What pages about topics read; opened when somebody looks. */
public record TopicBooks(Supplier<TopicCatalog> catalog, Supplier<TopicDrafts> drafts, Supplier<TopicReplay> replay) {}

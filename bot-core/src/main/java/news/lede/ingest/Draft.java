package news.lede.ingest;

import java.util.Optional;
import news.lede.article.NewArticle;

/** An article about to be stored, with the identifier its publisher gave it within its source, if any. */
record Draft(NewArticle article, Optional<String> guid) {}

/**
 * The river of news: documents in, stored and grouped articles out. In: files and folders. Out: articles, their stories' revisions and
 * announcements, each document in one transaction. Sits above {@code extract}, {@code feed}, {@code article}, {@code story} and {@code alert} so that none of them
 * needs to know the others. Start at {@link news.lede.ingest.Intake}; files come in by {@link news.lede.ingest.FileImport}.
 */
@NullMarked
package news.lede.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * The river of news: sources in, stored and grouped articles out. Polls are recorded in the {@link news.lede.ingest.Inbox} by {@link news.lede.ingest.Poller}; entries
 * that wait there become articles by {@link news.lede.ingest.EntryIntake}, with their pages where the feed tells a part only; pages are read again for corrections by
 * {@link news.lede.ingest.Revisiting}; files come in by {@link news.lede.ingest.FileImport}. All of them store through one {@link news.lede.ingest.Storing}: an article, its story's
 * revision, the announcement and the inbox mark are one transaction, one after the other. Sits above {@code source}, {@code fetch}, {@code extract}, {@code feed}, {@code article},
 * {@code story}, {@code topic} and {@code alert} so that none of them needs to know the others. Start at {@link news.lede.ingest.EntryIntake}.
 *
 * <p>Stored as {@code entry(source_id, key, fingerprint, received, first_contact, changed, attempts, waiting, payload)}.
 */
@NullMarked
package news.lede.ingest;

import org.jspecify.annotations.NullMarked;

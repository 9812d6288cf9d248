package news.lede.ingest;

import news.lede.article.Transactor;
import news.lede.source.HostRests;
import news.lede.source.PollStates;
import news.lede.source.SourceEvents;
import news.lede.source.Sources;

/** Everything that polling keeps, of one store: what {@code transactor} joins is what the others write. */
public record PollBooks(
        Transactor transactor, Sources sources, PollStates states, Inbox inbox, SourceEvents events, HostRests rests) {}

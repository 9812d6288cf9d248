package news.lede.ingest;

import news.lede.article.Transactor;
import news.lede.hub.HubNews;
import news.lede.source.HostRests;
import news.lede.source.PollStates;
import news.lede.source.SourceEvents;
import news.lede.source.Sources;

/** Everything that polling keeps, of one store: what {@code transactor} joins is what the others write. {@code hubs}: those that bring news to us. */
public record PollBooks(
        Transactor transactor,
        Sources sources,
        PollStates states,
        Inbox inbox,
        SourceEvents events,
        HostRests rests,
        HubNews hubs) {
    /** Of an installation that nobody can bring anything to. */
    public PollBooks(
            Transactor transactor,
            Sources sources,
            PollStates states,
            Inbox inbox,
            SourceEvents events,
            HostRests rests) {
        this(transactor, sources, states, inbox, events, rests, HubNews.NONE);
    }
}

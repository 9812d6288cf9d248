package news.lede.command;

import java.util.function.Supplier;
import news.lede.community.Communities;
import news.lede.community.Follows;
import news.lede.ingest.SourceTrial;
import news.lede.source.PollStates;
import news.lede.source.SourceEvents;

/** What commands on sources work with. {@code trial} is asked for when an address is to be read: it opens the network. */
public record Following(
        Follows follows,
        Communities communities,
        PollStates states,
        SourceEvents events,
        Supplier<SourceTrial> trial) {}

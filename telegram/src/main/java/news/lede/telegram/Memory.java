package news.lede.telegram;

import news.lede.community.PlatformFacts;
import news.lede.community.ReceivedUpdates;

/** What the adapter remembers beyond its own life: updates it owes an answer, and what it told the service of itself. Both may block on the store. */
public record Memory(ReceivedUpdates received, PlatformFacts facts) {}

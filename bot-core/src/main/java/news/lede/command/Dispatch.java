package news.lede.command;

import news.lede.alert.Deliveries;
import news.lede.alert.Matches;
import news.lede.alert.Outbox;
import news.lede.alert.Retractions;
import news.lede.alert.Suspensions;

/** Where commands read what became of what people wish for: what fitted, what was planned, what was sent, and where nothing can be. What they change there is what moderators take back. */
public record Dispatch(
        Matches matches, Outbox outbox, Deliveries deliveries, Suspensions suspensions, Retractions retractions) {}

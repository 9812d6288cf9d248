package news.lede.command;

import news.lede.alert.Deliveries;
import news.lede.alert.Matches;
import news.lede.alert.Outbox;
import news.lede.alert.Suspensions;

/** Where commands read what became of what people wish for: what fitted, what was planned, what was sent, and where nothing can be. They change nothing there. */
public record Dispatch(Matches matches, Outbox outbox, Deliveries deliveries, Suspensions suspensions) {}

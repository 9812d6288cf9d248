package news.lede.alert;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.ConversationId;

/**
 * How a planned message fares, for whoever looks after an installation.
 *
 * @param finished when it was sent, given up or cancelled; empty while it is open
 * @param problem of the last attempt, or why it is held, given up or cancelled
 */
public record Fate(
        DeliveryId id,
        String platform,
        ConversationId conversation,
        Delivery.Kind kind,
        Delivery.State state,
        Lane lane,
        Instant planned,
        Optional<Instant> finished,
        int attempts,
        Optional<String> problem) {}

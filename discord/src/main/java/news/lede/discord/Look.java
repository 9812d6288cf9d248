package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import news.lede.subscription.Channel;

/** The two ways in which a message can be drawn. What was sent in one stays in it: Discord turns no message of the first into one of the second. */
enum Look {
    /** Components, version 2: boxes with sections. */
    BOXES,
    /** Embeds with rows of buttons below, which every client has always known. */
    EMBEDS;

    static Look of(Channel.Style style) {
        return switch (style) {
            case EMBED -> EMBEDS;
            case HEADLINES, COMPACT, CARD -> BOXES;
        };
    }

    /** That of a message as Discord tells of it. */
    static Look of(JsonNode message) {
        return message.path("embeds").isEmpty() ? BOXES : EMBEDS;
    }
}

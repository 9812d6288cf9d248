package news.lede.web.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Something in a chat. */
sealed interface Entry {
    /** What the visitor wrote. */
    record Wrote(String text, Instant at) implements Entry {}

    /** A message of the bot. */
    record Message(JsonNode payload, Instant at) implements Entry {}

    /** A word on why nothing came. */
    record Word(String text) implements Entry {}

    /** An open form; {@code of} is the number of the message that opened it. */
    record Form(JsonNode form, int of) implements Entry {}
}

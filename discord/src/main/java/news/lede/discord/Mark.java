package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What tells a message of ours among others when its nonce is no longer told: Discord names the nonce in its first answer alone, while the id that we gave to the box
 * around the message stays with it. Unseen by readers.
 */
final class Mark {
    /** Discord numbers the other parts of a message from 1 on. */
    private static final int ABOVE_THE_OTHERS = 1 << 20;

    private Mark() {}

    /** The id of the box of the message that is named so; from {@value #ABOVE_THE_OTHERS} on. */
    static int of(String nonce) {
        CRC32 sum = new CRC32();
        sum.update(nonce.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() & Integer.MAX_VALUE) | ABOVE_THE_OTHERS;
    }

    /** Whether a message, as Discord tells of it, is the one named so. */
    static boolean isOn(JsonNode message, String nonce) {
        if (message.path("nonce").asText("").equals(nonce)) {
            return true;
        }
        int mark = of(nonce);
        return message.path("components")
                .valueStream()
                .anyMatch(component -> component.path("id").asInt() == mark);
    }
}

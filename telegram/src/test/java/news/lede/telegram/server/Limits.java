package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Checks single calls as the server does, without a server. */
public final class Limits {
    private static final ApiDescription DESCRIPTION = ApiDescription.load();

    private Limits() {}

    /**
     * The text of a {@code sendMessage} as readers see it.
     *
     * @throws RuntimeException saying what the service would refuse
     */
    public static FormattedText check(JsonNode sendMessage) {
        List<String> faults = DESCRIPTION.faultsOfCall("sendMessage", sendMessage);
        if (!faults.isEmpty()) {
            throw Refusal.ofBadRequest(String.join("; ", faults));
        }
        RequestRules.keyboard(sendMessage);
        return RequestRules.text(sendMessage);
    }

    /**
     * The text of a {@code sendRichMessage} as readers see it.
     *
     * @throws RuntimeException saying what the service would refuse
     */
    public static FormattedText checkRich(JsonNode sendRichMessage) {
        List<String> faults = DESCRIPTION.faultsOfCall("sendRichMessage", sendRichMessage);
        if (!faults.isEmpty()) {
            throw Refusal.ofBadRequest(String.join("; ", faults));
        }
        RequestRules.keyboard(sendRichMessage);
        return RequestRules.rich(sendRichMessage);
    }
}

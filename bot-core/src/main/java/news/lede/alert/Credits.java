package news.lede.alert;

import java.util.Collection;
import java.util.List;
import news.lede.community.ConversationId;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions.Suggestion;

/** Which digest thanks for which suggestion. A digest that is not sent after all has thanked for nothing. */
public interface Credits {
    /**
     * What was approved in the workspace of {@code conversation} and no digest thanks for, in the order it was approved. What was suggested elsewhere is left to a digest there, if any is subscribed to.
     */
    List<Suggestion> due(ConversationId conversation, int limit);

    /** {@code digest} thanks for these. */
    void give(DeliveryId digest, Collection<SuggestionId> suggestions);

    /** What a digest thanks for, in the order it was approved. */
    List<Suggestion> of(DeliveryId digest);
}

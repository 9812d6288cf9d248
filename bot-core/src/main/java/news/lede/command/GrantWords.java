package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Charge;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;

/** Says in words what somebody was granted. */
final class GrantWords {
    private final Newsroom newsroom;

    GrantWords(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** {@code fields}: as {@link GrantMatter} has them. */
    String of(Request request, Map<String, String> fields) {
        Texts texts = request.texts();
        List<String> parts = new ArrayList<>();
        parts.add(Optional.ofNullable(fields.get("role"))
                .flatMap(SpokenChoice.GRANT::of)
                .map(grant -> SpokenChoice.GRANT.shown(grant, texts))
                .orElse(SpokenChoice.GRANT.shown(GrantCommand.Grant.MEMBER, texts)));
        fields.keySet().stream()
                .filter(field -> !field.equals("role"))
                .map(GrantMatter::charge)
                .map(charge -> charge(request, charge))
                .forEach(parts::add);
        return String.join(" · ", parts);
    }

    private String charge(Request request, Charge charge) {
        Texts texts = request.texts();
        return switch (charge) {
            case Charge.OfTopic(String topic) -> texts.text("grant.of-topic", topic);
            case Charge.OfConversation(ConversationId id) ->
                id.equals(request.asker().conversation().id())
                        ? texts.text("grant.of-here")
                        : texts.text("grant.of-channel", place(id));
        };
    }

    private String place(ConversationId id) {
        return newsroom.following()
                .get()
                .communities()
                .find(id)
                .map(Conversation::place)
                .map(place -> place.thread().orElse(place.chat()))
                .map(chat -> Display.brief(chat, CommandLine.ECHOED))
                .orElse(id.toString());
    }
}

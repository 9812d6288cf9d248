package news.lede.command;

import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.ConversationId;
import news.lede.community.PrivateChat;

/** Finds the conversation that a command is about, and whether it may be changed by whoever asks: where they are, or alone with them. */
final class Targets {
    private Targets() {}

    sealed interface Outcome {}

    /** {@code asker}: who asks, as they would ask there. {@code own}: it is their private chat. */
    record Target(Asker asker, boolean own) implements Outcome {
        ConversationId conversation() {
            return asker.conversation().id();
        }
    }

    record Refused(Answer.Notice notice) implements Outcome {}

    /**
     * {@code to}: {@code me}, {@code here}, or the number of a conversation, as our own buttons write it, since a button may act elsewhere than it stands. Without it, where whoever asks may
     * decide: here, else alone with them.
     */
    static Outcome of(Request request, Optional<String> to) {
        if (to.isEmpty()) {
            return alone(request).isPresent() || decides(request) ? here(request) : me(request);
        }
        Optional<SpokenChoice.To> choice = SpokenChoice.TO.of(to.get());
        if (choice.isPresent()) {
            return switch (choice.get()) {
                case ME -> me(request);
                case HERE -> here(request);
            };
        }
        return numbered(request, to.get());
    }

    private static Outcome numbered(Request request, String number) {
        if (number.equals(request.asker().conversation().id().toString())) {
            return here(request);
        }
        boolean own = request.asker().privately().get() instanceof PrivateChat.Open(Asker asker)
                && number.equals(asker.conversation().id().toString());
        return own ? me(request) : new Refused(request.texts().notice("target.elsewhere", List.of()));
    }

    /** This conversation. */
    static Outcome here(Request request) {
        Optional<Target> alone = alone(request);
        if (alone.isPresent()) {
            return alone.get();
        }
        return decides(request)
                ? new Target(request.asker(), false)
                : new Refused(request.refused(request.texts().notice("target.here", List.of())));
    }

    private static Outcome me(Request request) {
        return switch (request.asker().privately().get()) {
            case PrivateChat.Open(Asker asker) -> new Target(asker, true);
            case PrivateChat.Unopened _ -> new Refused(request.texts().notice("target.unopened", List.of()));
            case PrivateChat.None _ -> new Refused(request.texts().notice("target.nobody", List.of()));
        };
    }

    /** Their private chat, if they are there. */
    static Optional<Target> alone(Request request) {
        return request.asker().privately().get() instanceof PrivateChat.Open(Asker asker)
                        && asker.conversation()
                                .id()
                                .equals(request.asker().conversation().id())
                ? Optional.of(new Target(asker, true))
                : Optional.empty();
    }

    private static boolean decides(Request request) {
        return request.asker().decidesHere();
    }
}

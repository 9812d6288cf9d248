package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.PrivateChat;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.text.NameFolding;

/** Finds the subscriptions that whoever asks may change, by number or by name: those of this conversation, and their own. */
final class OwnSubscriptions {
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");
    private static final int NAMED = 10;

    private final Newsroom newsroom;

    OwnSubscriptions(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    sealed interface Outcome {}

    record One(Subscription subscription, String name) implements Outcome {}

    /** There is none of that name, or there are several, or they are not the asker's to change. */
    record Not(Answer.Notice notice) implements Outcome {}

    /** Those of this conversation, then those of their private chat if that is another. */
    List<Subscription> all(Request request) {
        List<Subscription> all = new ArrayList<>(
                newsroom.subscriptions().of(request.asker().conversation().id()));
        if (Targets.alone(request).isEmpty()
                && request.asker().privately().get() instanceof PrivateChat.Open(var there)) {
            all.addAll(newsroom.subscriptions().of(there.conversation().id()));
        }
        return all;
    }

    Outcome find(Request request, String typed) {
        Texts texts = request.texts();
        SubscriptionWords words = new SubscriptionWords(newsroom, texts, request.now());
        List<Subscription> all = all(request);
        List<Subscription> meant = meant(all, typed, words);
        String shown = Display.brief(typed, CommandLine.ECHOED);
        if (meant.isEmpty()) {
            return new Not(unknown(texts, all, shown, words));
        }
        if (meant.size() > 1) {
            List<String> numbers = meant.stream().map(s -> s.id().toString()).toList();
            return new Not(
                    texts.notice("subscription.several", List.of(), shown, texts.list(numbers), numbers.getFirst()));
        }
        Subscription one = meant.getFirst();
        boolean here = one.conversation().equals(request.asker().conversation().id());
        if (here && Targets.alone(request).isEmpty() && !request.asker().decidesHere()) {
            return new Not(request.refused(texts.notice("target.here", List.of())));
        }
        return new One(one, words.name(one.wish().subject(), one.workspace()));
    }

    /** Whoever asks, as they would ask where a subscription of theirs is told. */
    Asker asker(Request request, Subscription subscription) {
        boolean here =
                subscription.workspace().equals(request.asker().workspace().id());
        return !here && request.asker().privately().get() instanceof PrivateChat.Open(Asker there)
                ? there
                : request.asker();
    }

    private static List<Subscription> meant(List<Subscription> all, String typed, SubscriptionWords words) {
        var number = NUMBER.matcher(typed.strip());
        if (number.matches()) {
            return all.stream()
                    .filter(s -> s.id().toString().equals(number.group(1)))
                    .toList();
        }
        String wanted = plain(typed);
        return all.stream()
                .filter(s ->
                        plain(words.name(s.wish().subject(), s.workspace())).equals(wanted)
                                || (s.wish().subject() instanceof Subject.OfTopic(String topic)
                                        && plain(topic).equals(wanted)))
                .toList();
    }

    private static String plain(String name) {
        return String.join(" ", NameFolding.words(name));
    }

    private static Answer.Notice unknown(Texts texts, List<Subscription> all, String shown, SubscriptionWords words) {
        if (all.isEmpty()) {
            return texts.notice("subscriptions.none", List.of());
        }
        List<String> names = all.stream()
                .map(s -> words.name(s.wish().subject(), s.workspace()))
                .distinct()
                .toList();
        Optional<String> near = Nearest.of(shown, names);
        return near.map(name -> texts.notice("subscription.near", List.of(), shown, name))
                .orElseGet(() -> texts.notice(
                        "subscription.unknown",
                        List.of(),
                        shown,
                        texts.list(names.stream().limit(NAMED).toList())));
    }
}

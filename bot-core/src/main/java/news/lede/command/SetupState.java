package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.subscription.Channel;
import news.lede.subscription.Subscription;
import news.lede.text.Language;

/** Says in a line what each step of {@code /setup} has set. */
final class SetupState {
    /** Names after which the rest is counted. */
    private static final int NAMED = 8;

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;

    SetupState(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
    }

    String of(SetupStep step) {
        Asker asker = request.asker();
        Channel channel = newsroom.subscriptions().channel(asker.conversation().id());
        return switch (step) {
            case LANGUAGE -> language();
            case ZONE -> ZoneNames.shown(asker.workspace().zone());
            case PACKS -> packs();
            case TOPICS -> topics();
            case STYLE -> texts.text("channel.style." + SpokenChoice.STYLE.typed(channel.style()));
            case WHEN -> when(channel);
            case BUDGET -> ChannelCommand.budget(texts, channel.budget());
            case PREVIEW -> "";
        };
    }

    private String language() {
        return request.asker()
                .workspace()
                .spoken()
                .map(Tongues::own)
                .orElseGet(() -> texts.text(
                        "settings.language-app",
                        Tongues.own(new Language(texts.locale().getLanguage()))));
    }

    private String packs() {
        var following = newsroom.following().get();
        var followed = following
                .communities()
                .followedPacks(request.asker().workspace().id());
        List<String> names = new SetupPacks(newsroom)
                .all().stream()
                        .filter(followed::contains)
                        .map(pack -> Display.plain(following.follows().title(pack)))
                        .toList();
        String sources =
                texts.count("settings.sources", request.viewer().sources().size());
        return names.isEmpty() ? sources : named(names) + " · " + sources;
    }

    private String topics() {
        List<Subscription> here =
                newsroom.subscriptions().of(request.asker().conversation().id());
        SubscriptionWords words = new SubscriptionWords(newsroom, texts, request.now());
        List<String> names = here.stream()
                .map(s -> words.name(s.wish().subject(), s.workspace()))
                .distinct()
                .toList();
        return names.isEmpty() ? texts.text("setup.no-topics") : named(names);
    }

    private String named(List<String> names) {
        return names.size() <= NAMED
                ? texts.list(names)
                : String.join(", ", names.subList(0, NAMED)) + " "
                        + request.phrases().more(names.size() - NAMED);
    }

    private String when(Channel channel) {
        SubscriptionWords words = new SubscriptionWords(newsroom, texts, request.now());
        List<String> parts = new ArrayList<>();
        List<String> cadences = newsroom
                .subscriptions()
                .of(request.asker().conversation().id())
                .stream()
                .collect(Collectors.groupingBy(Subscription::cadence, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> words.cadence(e.getKey()) + " (" + e.getValue() + ")")
                .toList();
        parts.add(
                switch (cadences.size()) {
                    case 0 -> texts.text("setup.no-topics");
                    case 1 ->
                        Schedule.common(newsroom.subscriptions()
                                        .of(request.asker().conversation().id()))
                                .map(words::cadence)
                                .orElseThrow();
                    default -> texts.list(cadences);
                });
        parts.add(Optional.of(channel)
                .flatMap(Channel::quiet)
                .map(hours -> texts.text("setup.quiet", ChannelCommand.quiet(texts, hours)))
                .orElseGet(() -> texts.text("channel.no-quiet")));
        return String.join(" · ", parts);
    }
}

package news.lede.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Texts;
import news.lede.story.StoryReports;
import news.lede.subscription.Channel;
import news.lede.text.NameFolding;

/**
 * One of a few words that an option takes, in any language our texts exist in. The words of a choice stand under {@code word.GROUP.CHOICE}, parted by bars, the one that is shown first.
 */
record SpokenChoice<E extends Enum<E>>(String group, Class<E> type) {
    /** When somebody wants to be told. */
    enum When {
        NOW,
        DAILY,
        WEEKDAYS,
        WEEKLY
    }

    /** Where somebody wants to be told. */
    enum To {
        ME,
        HERE
    }

    /** What somebody thinks of a story. */
    enum Opinion {
        GOOD,
        BAD
    }

    static final SpokenChoice<SetupStep> STEP = new SpokenChoice<>("step", SetupStep.class);
    static final SpokenChoice<Opinion> OPINION = new SpokenChoice<>("opinion", Opinion.class);
    static final SpokenChoice<StoryReports.Kind> FAULT = new SpokenChoice<>("fault", StoryReports.Kind.class);
    static final SpokenChoice<When> WHEN = new SpokenChoice<>("when", When.class);
    static final SpokenChoice<To> TO = new SpokenChoice<>("to", To.class);
    static final SpokenChoice<GrantCommand.Grant> GRANT = new SpokenChoice<>("grant", GrantCommand.Grant.class);
    static final SpokenChoice<Channel.Style> STYLE = new SpokenChoice<>("style", Channel.Style.class);
    static final SpokenChoice<Channel.Silence> SILENT = new SpokenChoice<>("silent", Channel.Silence.class);

    Optional<E> of(String typed) {
        String wanted = NameFolding.fold(typed);
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> Stream.concat(
                                Stream.of(typed(choice)),
                                Texts.LANGUAGES.stream().flatMap(l -> words(choice, Texts.in(l))))
                        .anyMatch(word -> NameFolding.fold(word).equals(wanted)))
                .findFirst();
    }

    /** What our own buttons write. */
    String typed(E choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String shown(E choice, Texts texts) {
        return words(choice, texts).findFirst().orElseThrow();
    }

    private Stream<String> words(E choice, Texts texts) {
        return Arrays.stream(texts.text("word." + group + "." + typed(choice)).split("\\|"));
    }

    /** All of them as they are typed. */
    List<String> all(Texts texts) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> shown(choice, texts))
                .toList();
    }

    /** What is offered while typing. */
    List<Candidate> candidates(Texts texts) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> new Candidate(
                        shown(choice, texts),
                        typed(choice),
                        Stream.concat(Stream.of(typed(choice)), words(choice, texts))
                                .toList()))
                .toList();
    }
}

package news.lede.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;

/** The options of a call, their values checked and typed. */
final class Arguments {
    static final int MAX_COUNT = 20;
    static final int DEFAULT_COUNT = 5;
    /** Answers reach this many stories deep, however they are cut into pages. */
    static final int MAX_REACH = 200;
    /** More words than this are no question; links may be longer. */
    static final int MAX_WORDS_CHARS = 400;

    /** Lists of words and descriptions. */
    static final int MAX_TEXT_CHARS = 1500;

    private static final String EVIDENCE = "evidence";
    static final int MAX_LINK_CHARS = 2048;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\p{Nd}{1,9}");

    private final Invocation invocation;

    Arguments(Invocation invocation) {
        this.invocation = invocation;
    }

    /** What is wrong with the values of a call, as a notice that says what to type. */
    static Optional<Answer.Notice> fault(CommandSpec spec, Invocation invocation, Texts texts) {
        return spec.understood()
                .flatMap(o -> fault(spec, o, invocation.option(o.name()), texts).stream())
                .findFirst();
    }

    private static Optional<Answer.Notice> fault(CommandSpec spec, Option option, Optional<String> value, Texts texts) {
        String example = spec.example(texts.locale());
        if (value.isEmpty()) {
            return option.required()
                    ? Optional.of(texts.notice(
                            "option.missing",
                            List.of(),
                            spec.name(),
                            option.name(),
                            spec.description(option, texts.locale()),
                            example))
                    : Optional.empty();
        }
        String given = value.get();
        return switch (option.kind()) {
            case COUNT ->
                number(given, MAX_COUNT)
                        ? Optional.empty()
                        : Optional.of(texts.notice(
                                "count.range",
                                List.of(),
                                Display.brief(given, CommandLine.ECHOED),
                                MAX_COUNT,
                                example));
            case PAGE ->
                number(given, MAX_REACH)
                        ? Optional.empty()
                        : Optional.of(texts.notice(
                                "page.range", List.of(), Display.brief(given, CommandLine.ECHOED), MAX_REACH));
            case LENGTH ->
                BriefLength.of(given).isPresent()
                        ? Optional.empty()
                        : Optional.of(texts.notice(
                                "brief.length", List.of(), Display.brief(given, CommandLine.ECHOED), example));
            case SPAN ->
                Span.of(given).isPresent() ? Optional.empty() : Optional.of(texts.notice("button-outdated", List.of()));
            case VIEW ->
                given.strip().equals(EVIDENCE)
                        ? Optional.empty()
                        : Optional.of(texts.notice("button-outdated", List.of()));
            case LINK -> tooLong(given, MAX_LINK_CHARS, texts);
            case ACTION ->
                SourceCommand.What.of(given).isPresent()
                        ? Optional.empty()
                        : Optional.of(texts.notice(
                                "source.action", List.of(), Display.brief(given, CommandLine.ECHOED), example));
            case FLAG ->
                YesNo.of(given).isPresent()
                        ? Optional.empty()
                        : Optional.of(texts.notice(
                                "flag", List.of(), option.name(), Display.brief(given, CommandLine.ECHOED), example));
            case WHEN -> choice(SpokenChoice.WHEN, option, given, example, texts);
            case OPINION -> choice(SpokenChoice.OPINION, option, given, example, texts);
            case FAULT -> choice(SpokenChoice.FAULT, option, given, example, texts);
            case GRANT -> choice(SpokenChoice.GRANT, option, given, example, texts);
            case STYLE -> choice(SpokenChoice.STYLE, option, given, example, texts);
            case STEP -> choice(SpokenChoice.STEP, option, given, example, texts);
            case SILENT -> choice(SpokenChoice.SILENT, option, given, example, texts);
            case TARGET ->
                WHOLE_NUMBER.matcher(given.strip()).matches()
                        ? Optional.empty()
                        : choice(SpokenChoice.TO, option, given, example, texts);
            case TEXT, FILTER, FILE -> tooLong(given, MAX_TEXT_CHARS, texts);
            case STORY, TOPIC, SOURCE, WORDS, COMMAND, FOLLOWABLE, ZONE, SUBSCRIPTION, LANGUAGE, PERSON ->
                tooLong(given, Links.parse(given).isPresent() ? MAX_LINK_CHARS : MAX_WORDS_CHARS, texts);
        };
    }

    private static <E extends Enum<E>> Optional<Answer.Notice> choice(
            SpokenChoice<E> choice, Option option, String given, String example, Texts texts) {
        return choice.of(given).isPresent()
                ? Optional.empty()
                : Optional.of(texts.notice(
                        "choice",
                        List.of(),
                        option.name(),
                        Display.brief(given, CommandLine.ECHOED),
                        texts.list(choice.all(texts)),
                        example));
    }

    private static boolean number(String value, int max) {
        String bare = value.strip();
        return WHOLE_NUMBER.matcher(bare).matches() && Integer.parseInt(bare) >= 1 && Integer.parseInt(bare) <= max;
    }

    private static Optional<Answer.Notice> tooLong(String value, int max, Texts texts) {
        return value.length() <= max ? Optional.empty() : Optional.of(texts.notice("value.too-long", List.of(), max));
    }

    Optional<String> text(String option) {
        return invocation.option(option).map(String::strip);
    }

    /** A value that must be there, as {@link #fault} has made sure of. */
    String required(String option) {
        return text(option).orElseThrow();
    }

    /** Yes or no, when it is given; {@link #fault} has made sure that it is one of them. */
    Optional<Boolean> flag(String option) {
        return text(option).flatMap(YesNo::of);
    }

    Invocation invocation() {
        return invocation;
    }

    int count() {
        return text("count").map(Integer::valueOf).orElse(DEFAULT_COUNT);
    }

    int page() {
        return text("page").map(Integer::valueOf).orElse(1);
    }

    /** How long a briefing is wanted; the shortest when nobody says. */
    BriefLength length() {
        return text("length").flatMap(BriefLength::of).orElse(BriefLength.SHORT);
    }

    /** The look whose page is turned. */
    Optional<Span> span() {
        return text("span").flatMap(Span::of);
    }

    /** Whether what a story rests on is asked for. */
    boolean evidence() {
        return text("view").isPresent();
    }

    /** The same call with one option more, or another value for it. */
    Arguments with(String option, String value) {
        Map<String, String> options = new HashMap<>(invocation.options());
        options.put(option, value);
        return new Arguments(new Invocation(invocation.command(), options, invocation.uploads()));
    }

    /** The same call for another page of its answer. */
    Invocation atPage(int page) {
        return with("page", Integer.toString(page)).invocation;
    }
}

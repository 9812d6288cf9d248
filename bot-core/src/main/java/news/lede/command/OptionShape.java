package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Texts;

/** What a value of an option looks like, for platforms whose menus and forms keep it in shape before it comes to us. Whatever comes is checked all the same. */
public sealed interface OptionShape {
    /** A whole number, both ends included. */
    record Number(int least, int most) implements OptionShape {}

    /** One of a few values, named in the reader's language; never empty. */
    record OneOf(List<Choice> choices) implements OptionShape {
        public OneOf {
            choices = List.copyOf(choices);
        }
    }

    /** Any text of at most so many characters. */
    record Text(int mostChars) implements OptionShape {}

    /** A person or a role of the platform, which platforms can let one pick. */
    record Person() implements OptionShape {}

    /** A file, which platforms can let one attach. */
    record File() implements OptionShape {}

    /** The shape of {@code option} for a reader of {@code locale}. */
    static OptionShape of(Option option, Locale locale) {
        Texts texts = Texts.in(locale);
        return switch (option.kind()) {
            case COUNT -> new Number(1, Arguments.MAX_COUNT);
            case PAGE -> new Number(1, Arguments.MAX_REACH);
            case FLAG -> oneOf(YesNo.choices(texts));
            case WHEN -> oneOf(SpokenChoice.WHEN.candidates(texts));
            case TARGET -> oneOf(SpokenChoice.TO.candidates(texts));
            case GRANT -> oneOf(SpokenChoice.GRANT.candidates(texts));
            case PERSON -> new Person();
            case FILE -> new File();
            case STYLE -> oneOf(SpokenChoice.STYLE.candidates(texts));
            case SILENT -> oneOf(SpokenChoice.SILENT.candidates(texts));
            case OPINION -> oneOf(SpokenChoice.OPINION.candidates(texts));
            case FAULT -> oneOf(SpokenChoice.FAULT.candidates(texts));
            case STEP -> oneOf(SpokenChoice.STEP.candidates(texts));
            case LANGUAGE -> oneOf(Tongues.candidates(texts));
            case LENGTH -> oneOf(Completion.lengths(texts));
            case ACTION -> oneOf(Completion.actions(texts));
            case TEXT, FILTER -> new Text(Arguments.MAX_TEXT_CHARS);
            // A link may stand there too.
            case LINK, STORY, TOPIC, SOURCE, FOLLOWABLE -> new Text(Arguments.MAX_LINK_CHARS);
            default -> new Text(Arguments.MAX_WORDS_CHARS);
        };
    }

    private static OptionShape oneOf(List<Candidate> candidates) {
        List<Choice> choices = new ArrayList<>();
        candidates.forEach(c -> choices.add(new Choice(c.label(), c.value())));
        return new OneOf(choices);
    }
}

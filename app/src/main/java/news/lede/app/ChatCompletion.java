package news.lede.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.Option;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;

/** Completion in the console's line editor: command names, option names, and whatever the news desk offers for an option. */
final class ChatCompletion implements Completer, Parser {
    private final ChatSession session;

    ChatCompletion(ChatSession session) {
        this.session = session;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        offers(TypedCommand.of(line.line().substring(0, line.cursor())), candidates::add);
    }

    private void offers(TypedCommand typed, Consumer<Candidate> candidates) {
        if (typed.inName()) {
            session.commands().stream()
                    .filter(c -> ("/" + c.name()).startsWith(typed.word()))
                    .forEach(c -> candidates.accept(
                            candidate("/" + c.name(), "/" + c.name(), c.description(session.locale()), true)));
            return;
        }
        Optional<CommandSpec> spec = session.commands().stream()
                .filter(c -> c.name().equals(typed.command()))
                .findFirst();
        if (spec.isEmpty() || spec.get().options().isEmpty()) {
            return;
        }
        List<Option> options = spec.get().options();
        String option = typed.option().isEmpty() ? options.getFirst().name() : typed.option();
        for (Choice choice : session.complete(typed.command(), option, typed.word())) {
            candidates.accept(candidate(choice.value(), choice.label(), null, true));
        }
        if (typed.word().isEmpty() && typed.option().isEmpty()) {
            options.stream()
                    .skip(1)
                    .forEach(o -> candidates.accept(candidate(
                            o.name() + ":", o.name() + ":", spec.get().description(o, session.locale()), false)));
        }
    }

    private static Candidate candidate(String value, String shown, @Nullable String description, boolean complete) {
        return new Candidate(value, shown, null, description, null, null, complete);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        return new Cut(line, cursor, TypedCommand.of(line.substring(0, cursor)));
    }

    /** The line as completion cuts it. */
    private record Cut(String line, int cursor, TypedCommand typed) implements CompletingParsedLine {
        @Override
        public String word() {
            return typed.word();
        }

        @Override
        public int wordCursor() {
            return typed.word().length();
        }

        @Override
        public int wordIndex() {
            return typed.words().size() - 1;
        }

        @Override
        public List<String> words() {
            return typed.words();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return typed.word().length();
        }

        @Override
        public int rawWordLength() {
            return typed.word().length();
        }
    }

    /** Takes every candidate: the news desk has matched already, by more than how a name begins. */
    static final class AsOffered implements CompletionMatcher {
        private String word = "";
        private List<Candidate> offered = List.of();

        @Override
        public void compile(
                Map<LineReader.Option, Boolean> options,
                boolean prefix,
                CompletingParsedLine line,
                boolean caseInsensitive,
                int errors,
                @Nullable String originalGroupName) {
            word = line.word();
        }

        @Override
        public List<Candidate> matches(List<Candidate> candidates) {
            offered = List.copyOf(candidates);
            return candidates;
        }

        @Override
        public @Nullable Candidate exactMatch() {
            return offered.stream()
                    .filter(c -> c.value().equals(word))
                    .findFirst()
                    .orElse(null);
        }

        /** What all candidates begin with, but never less than what was typed. */
        @Override
        public String getCommonPrefix() {
            String common = offered.isEmpty() ? word : offered.getFirst().value();
            for (Candidate candidate : offered) {
                while (!candidate.value().startsWith(common)) {
                    common = common.substring(0, common.length() - 1);
                }
            }
            return common.startsWith(word) ? common : word;
        }
    }
}

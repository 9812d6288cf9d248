package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;

/** {@code /help}: the commands that the asker may use, or one of them in detail. */
final class HelpCommand implements Handler {
    private final CommandLine commandLine;

    HelpCommand(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.HELP;
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> command = request.arguments().text("command");
        if (command.isEmpty()) {
            return all(request);
        }
        String name = command.get().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        return commandLine
                .spec(name)
                .filter(s -> request.asker().role().may(s.role()))
                .<Answer>map(s -> one(s, request.texts()))
                .orElseGet(() -> commandLine.unknownCommand(name, request.texts()));
    }

    private Answer all(Request request) {
        Texts texts = request.texts();
        List<Listing.Line> lines = commandLine.specs().stream()
                .filter(s -> request.asker().role().may(s.role()))
                .map(s -> new Listing.Line(s.usage(), s.description(texts.locale())))
                .toList();
        return new Listing(
                Listing.Kind.HELP,
                texts.text("title.help"),
                List.of(new Listing.Section("", lines)),
                List.of(latest(texts), new Action(texts.text("action.topics"), "/topics")),
                Optional.of(texts.text("note.help")));
    }

    private static Answer one(CommandSpec spec, Texts texts) {
        List<Listing.Section> sections = new ArrayList<>();
        sections.add(
                new Listing.Section("", List.of(new Listing.Line(spec.usage(), spec.description(texts.locale())))));
        if (!spec.options().isEmpty()) {
            sections.add(new Listing.Section(
                    texts.text("help.options"),
                    spec.options().stream()
                            .map(o -> new Listing.Line(o.name(), spec.description(o, texts.locale())))
                            .toList()));
        }
        String example = spec.example(texts.locale());
        return new Listing(
                Listing.Kind.HELP,
                "/" + spec.name(),
                sections,
                List.of(new Action(texts.text("action.try"), example)),
                Optional.empty());
    }

    private static Action latest(Texts texts) {
        return new Action(texts.text("action.latest"), "/latest");
    }
}

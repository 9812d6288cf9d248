package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.source.SourceKind;

/** {@code /source}: moderators add and remove the sources of their workspace, and follow packs. */
final class SourceCommand implements Handler {
    /** What can be done, as one types it. */
    enum What {
        ADD,
        /** Follows a page itself, though it names no feed. */
        PAGE,
        REMOVE,
        LIST;

        /** What somebody asked for; nothing when it is none of these. */
        static Optional<What> of(String typed) {
            return List.of(values()).stream()
                    .filter(w -> w.typed().equals(typed.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        String typed() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final SourcesCommand list;
    private final SourceAdding adding;
    private final SourceRemoving removing;

    SourceCommand(Newsroom newsroom, SourcesCommand list) {
        this.list = list;
        this.adding = new SourceAdding(newsroom);
        this.removing = new SourceRemoving(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SOURCE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        // The values of an option of this kind were checked before.
        What what = What.of(request.arguments().required("action")).orElseThrow();
        if (what == What.LIST) {
            return list.page(request, new Invocation(spec().name(), Map.of("action", what.typed())));
        }
        Optional<String> source =
                request.arguments().text("source").or(() -> request.arguments().text("link"));
        if (source.isEmpty()) {
            return texts.notice("source.which", List.of(), what.typed());
        }
        return switch (what) {
            case ADD -> adding.add(request, source.get(), Optional.empty());
            case PAGE -> adding.add(request, source.get(), Optional.of(SourceKind.PAGE));
            case REMOVE -> removing.remove(request, source.get());
            case LIST -> throw new IllegalStateException("answered above");
        };
    }
}

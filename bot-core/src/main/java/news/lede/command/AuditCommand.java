package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.community.Audit;
import news.lede.community.Audit.Entry;
import news.lede.community.WorkspaceId;

/** {@code /audit}: what was changed here, by whom, and what was refused; takes back the last change, or the one that a button names. */
final class AuditCommand implements Handler {
    private static final int LINES = 10;
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

    private final Newsroom newsroom;
    private final Undoing undoing;

    AuditCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.undoing = new Undoing(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.AUDIT;
    }

    @Override
    public Answer answer(Request request) {
        return request.arguments().flag("undo").orElse(false) ? undone(request) : page(request);
    }

    private Audit audit() {
        return newsroom.oversight().audit();
    }

    private Answer undone(Request request) {
        WorkspaceId workspace = request.asker().workspace().id();
        Optional<Entry> entry = request.arguments().text("number").isEmpty()
                ? audit().lastStanding(workspace)
                : number(request, "number").stream()
                        .mapToObj(number -> audit().find(workspace, number))
                        .flatMap(Optional::stream)
                        .findFirst();
        return entry.map(found -> undoing.undo(request, found))
                .orElseGet(() -> request.texts().notice("audit.nothing", List.of(list(request.texts()))));
    }

    private Answer page(Request request) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        List<Entry> entries = audit().latest(workspace, number(request, "before"), LINES + 1);
        if (entries.isEmpty()) {
            return texts.notice("audit.none", List.of());
        }
        List<Entry> shown = entries.subList(0, Math.min(LINES, entries.size()));
        AuditWords words = new AuditWords(newsroom, request);
        words.learn(shown);
        List<Action> actions = new ArrayList<>();
        audit().lastStanding(workspace)
                .filter(last -> request.matters().called(last.change().action()).isPresent())
                .ifPresent(last -> actions.add(new Action(
                        texts.text("action.undo", Long.toString(last.number())),
                        "/audit undo:yes number:" + last.number(),
                        Action.Kind.CANCEL)));
        if (entries.size() > LINES) {
            actions.add(new Action(
                    texts.text("action.next-page"),
                    "/audit before:" + shown.getLast().number(),
                    Action.Kind.MORE));
        }
        return new Listing(
                Listing.Kind.SETTINGS,
                texts.text("title.audit"),
                List.of(new Listing.Section("", shown.stream().map(words::line).toList())),
                actions,
                Optional.of(texts.text("note.audit")));
    }

    private static OptionalLong number(Request request, String option) {
        return request.arguments()
                .text(option)
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(number -> OptionalLong.of(Long.parseLong(number.group(1))))
                .orElse(OptionalLong.empty());
    }

    static Action list(Texts texts) {
        return new Action(texts.text("action.audit"), "/audit");
    }
}

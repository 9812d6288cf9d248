package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.community.Audit;
import news.lede.community.Audit.Change;
import news.lede.community.Audit.Entry;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;

/** Takes a change back: the fields it changed are as before, unless somebody changed them since. Nothing else is touched. */
final class Undoing {
    private final Newsroom newsroom;

    Undoing(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    Answer undo(Request request, Entry entry) {
        Texts texts = request.texts();
        Change change = entry.change();
        String number = Long.toString(entry.number());
        if (entry.refused() || entry.undoneBy().isPresent()) {
            return texts.notice("audit.undone-before", List.of(AuditCommand.list(texts)), number);
        }
        Optional<Matter> matter = request.matters().called(change.action());
        if (matter.isEmpty()) {
            return texts.notice("audit.stays", List.of(AuditCommand.list(texts)), number);
        }
        if (concernsModerators(change) && !request.asker().role().may(Role.OWNER)) {
            return request.refused(texts.notice("grant.owner", List.of()));
        }
        return request.ledger().together(() -> undo(request, entry, matter.get()));
    }

    private static boolean concernsModerators(Change change) {
        return change.was().containsValue("moderator") || change.became().containsValue("moderator");
    }

    private Answer undo(Request request, Entry entry, Matter matter) {
        Change change = entry.change();
        WorkspaceId workspace = request.asker().workspace().id();
        Map<String, String> now = matter.read(workspace, change.subject());
        Set<String> names = new LinkedHashSet<>(change.was().keySet());
        names.addAll(change.became().keySet());
        if (names.stream()
                .anyMatch(name -> !Objects.equals(now.get(name), change.became().get(name)))) {
            return changedSince(request, entry, names, now);
        }
        Map<String, String> before = new LinkedHashMap<>(now);
        names.forEach(before::remove);
        before.putAll(change.was());
        Texts texts = request.texts();
        if (!matter.write(request.asker(), change.subject(), before, request.now())) {
            return texts.notice("audit.impossible", List.of(AuditCommand.list(texts)), Long.toString(entry.number()));
        }
        OptionalLong by = request.ledger().changed(request.asker(), matter.action(), change.subject(), now, before);
        by.ifPresent(number -> audit().undone(entry.number(), number));
        AuditWords words = new AuditWords(newsroom, request);
        return texts.notice(
                "audit.done",
                List.of(AuditCommand.list(texts)),
                Long.toString(entry.number()),
                words.what(new Change(
                        workspace,
                        request.now(),
                        change.actor(),
                        change.action(),
                        change.subject(),
                        change.became(),
                        change.was())));
    }

    private Answer changedSince(Request request, Entry entry, Set<String> names, Map<String, String> now) {
        Texts texts = request.texts();
        AuditWords words = new AuditWords(newsroom, request);
        Map<String, String> present = new LinkedHashMap<>();
        names.forEach(name -> Optional.ofNullable(now.get(name)).ifPresent(value -> present.put(name, value)));
        Change change = entry.change();
        List<Action> actions = new ArrayList<>();
        audit()
                .since(
                        change.workspace(),
                        change.action(),
                        change.subject(),
                        change.at().minusMillis(1))
                .stream()
                .filter(later -> later.number() > entry.number())
                .findFirst()
                .ifPresent(later -> actions.add(new Action(
                        texts.text("action.undo", Long.toString(later.number())),
                        "/audit undo:yes number:" + later.number(),
                        Action.Kind.CANCEL)));
        actions.add(AuditCommand.list(texts));
        return texts.notice(
                "audit.changed-since", actions, Long.toString(entry.number()), words.values(change.became(), present));
    }

    private Audit audit() {
        return newsroom.oversight().audit();
    }
}

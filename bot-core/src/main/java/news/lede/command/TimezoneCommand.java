package news.lede.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Role;
import news.lede.community.Workspace;

/** {@code /timezone}: shows or changes in which zone times are meant here. Digests that were meant in the former zone move with it. */
final class TimezoneCommand implements Handler {
    @Override
    public CommandSpec spec() {
        return CommandSpecs.TIMEZONE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        Workspace workspace = request.asker().workspace();
        Optional<String> typed = request.arguments().text("zone");
        if (typed.isEmpty()) {
            return said(request, "timezone", workspace.zone());
        }
        Optional<ZoneId> zone = ZoneNames.of(typed.get());
        if (zone.isEmpty()) {
            return CadenceReader.noZone(texts, typed.get());
        }
        if (Targets.alone(request).isEmpty() && !request.asker().role().may(Role.MODERATOR)) {
            return request.refused(texts.notice("timezone.here", List.of(), ZoneNames.shown(workspace.zone())));
        }
        WorkspaceMatter matter = request.matters().workspace();
        request.changing(matter, "", () -> {
            matter.keepTimeBy(workspace.id(), zone.get(), request.now());
            return true;
        });
        return said(request, "timezone.changed", zone.get());
    }

    private static Answer said(Request request, String notice, ZoneId zone) {
        Phrases there = new Phrases(request.texts(), request.now(), zone);
        return request.texts().notice(notice, List.of(), ZoneNames.shown(zone), there.time(request.now(), false));
    }
}

package news.lede.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.text.Language;

/** {@code /language}: shows or changes in which language we speak here; the news stays in its own. */
final class LanguageCommand implements Handler {
    @Override
    public CommandSpec spec() {
        return CommandSpecs.LANGUAGE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        Workspace workspace = request.asker().workspace();
        Optional<String> typed = request.arguments().text("language");
        if (typed.isEmpty()) {
            return workspace.spoken().isPresent()
                    ? said(texts, "language", Tongues.own(workspace.language()))
                    : said(
                            texts,
                            "language.app",
                            Tongues.own(new Language(texts.locale().getLanguage())));
        }
        Optional<Language> chosen = Tongues.of(typed.get());
        if (chosen.isEmpty()) {
            return texts.notice(
                    "language.unknown",
                    choices(texts),
                    Display.brief(typed.get(), CommandLine.ECHOED),
                    texts.list(Tongues.all()));
        }
        if (Targets.alone(request).isEmpty() && !request.asker().role().may(Role.MODERATOR)) {
            return request.refused(texts.notice("language.here", List.of()));
        }
        WorkspaceMatter matter = request.matters().workspace();
        request.changing(matter, "", () -> {
            matter.speak(workspace.id(), chosen.get());
            return true;
        });
        if (chosen.get().equals(Language.UNKNOWN)) {
            return texts.notice("language.app-again", List.of());
        }
        // Whoever cannot read what is said now would not find the way back.
        Texts spoken = Texts.in(chosen.get().locale());
        return spoken.notice("language.changed", List.of(), Tongues.own(chosen.get()));
    }

    private static Answer said(Texts texts, String notice, String language) {
        return texts.notice(notice, choices(texts), language);
    }

    /** Every language in its own words. */
    private static List<Action> choices(Texts texts) {
        return Stream.concat(
                        Texts.LANGUAGES.stream()
                                .map(Locale::getLanguage)
                                .map(code -> new Action(Tongues.own(new Language(code)), "/language " + code)),
                        Stream.of(new Action(texts.text("action.language-auto"), "/language " + Tongues.AUTO)))
                .toList();
    }
}

package news.lede.command;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.PersonKey;
import news.lede.community.PersonNames;

/** Says who somebody is, to one who asks: by the name that their platform tells just now, else by their number there. */
final class PersonWords {
    private static final int NAME_SHOWN = 40;

    private final PersonNames names;
    private final Request request;
    private final Map<PersonKey, Optional<String>> known = new HashMap<>();

    PersonWords(Newsroom newsroom, Request request) {
        this.names = newsroom.oversight().names();
        this.request = request;
    }

    /** Asks for the names of several at once, who are shown next. */
    void learn(Collection<PersonKey> persons) {
        List<PersonKey> unknown = persons.stream()
                .filter(person -> !known.containsKey(person) && !isSelf(person))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            Map<PersonKey, String> told = names.of(request.asker().workspace(), unknown);
            unknown.forEach(person -> known.put(person, Optional.ofNullable(told.get(person))));
        }
    }

    String shown(PersonKey person) {
        Texts texts = request.texts();
        if (isSelf(person)) {
            return texts.text("person.you");
        }
        learn(List.of(person));
        Optional<String> name =
                known.getOrDefault(person, Optional.empty()).map(told -> Display.brief(told, NAME_SHOWN));
        return person.isRole()
                ? texts.text("person.role", name.orElseGet(() -> number(person)))
                : texts.text("person.member", name.orElseGet(person::toString));
    }

    private boolean isSelf(PersonKey person) {
        return person.equals(request.asker().person());
    }

    private static String number(PersonKey role) {
        return List.of(role.id().split(":", 2)).getLast();
    }
}

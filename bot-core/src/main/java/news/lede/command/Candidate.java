package news.lede.command;

import java.util.List;
import news.lede.text.NameFolding;

/** Something that can be chosen: what to show, what to send, the names under which it is found, and those in languages of others, each folded. */
record Candidate(String label, String value, List<String> names, List<String> foreign) {
    Candidate {
        names = names.stream().map(NameFolding::fold).toList();
        foreign = foreign.stream().map(NameFolding::fold).toList();
    }

    Candidate(String label, String value, List<String> names) {
        this(label, value, names, List.of());
    }
}

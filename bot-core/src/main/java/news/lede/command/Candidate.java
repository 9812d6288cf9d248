package news.lede.command;

import java.util.List;

/** Something that can be chosen: what to show, what to send, and the names under which it is found, each folded. */
record Candidate(String label, String value, List<String> names) {
    Candidate {
        names = names.stream().map(NameFolding::fold).toList();
    }
}

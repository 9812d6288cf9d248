package news.lede.app;

import java.util.List;
import java.util.Optional;
import news.lede.opml.PackName;

/** The value of {@code --pack}. */
final class PackOption {
    private PackOption() {}

    /** A pack's name, checked. */
    static Optional<String> checked(Optional<String> typed) {
        typed.filter(name -> !PackName.isName(name)).ifPresent(name -> {
            throw new Problem(
                    ExitCode.WRONG_USE,
                    List.of("\"" + name + "\" is no name of a pack: up to 32 small letters a to z, digits and hyphens,"
                            + " such as harbour-towns."));
        });
        return typed;
    }
}

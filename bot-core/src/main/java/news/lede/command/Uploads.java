package news.lede.command;

import java.util.Optional;

/** The files that came with a call. */
@FunctionalInterface
public interface Uploads {
    Uploads NONE = _ -> Optional.empty();

    /** The file that the value of an option means: a path at the console; elsewhere the one that came with the call, whatever was written. */
    Optional<Upload> meant(String value);
}

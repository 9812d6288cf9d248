package news.lede.community;

import java.util.Optional;

/** What an adapter told its platform last: menus, descriptions. It is told again only when that would say something else. Thread-safe. */
public interface PlatformFacts {
    /** What {@code account}, the bot's own id on {@code platform}, last told under this name; empty when it never did. */
    Optional<String> told(String platform, String account, String name);

    /** From now on that is what it last told. */
    void tell(String platform, String account, String name, String value);
}

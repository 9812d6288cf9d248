package news.lede.store;

import java.util.Optional;
import news.lede.community.PlatformFacts;

/** Facts in the table {@code platform_fact}. */
final class SqlPlatformFacts implements PlatformFacts {
    private final Sessions sessions;

    SqlPlatformFacts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<String> told(String platform, String account, String name) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT value FROM platform_fact WHERE platform = :platform AND account = :account AND name = :name")
                .bind("platform", platform)
                .bind("account", account)
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void tell(String platform, String account, String name, String value) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO platform_fact (platform, account, name, value)"
                        + " VALUES (:platform, :account, :name, :value)"
                        + " ON CONFLICT (platform, account, name) DO UPDATE SET value = excluded.value")
                .bind("platform", platform)
                .bind("account", account)
                .bind("name", name)
                .bind("value", value)
                .execute());
    }
}

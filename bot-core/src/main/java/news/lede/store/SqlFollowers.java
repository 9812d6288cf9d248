package news.lede.store;

import java.util.OptionalLong;
import news.lede.article.Followers;

/** {@link Followers} in the table {@code follower}, by the database's clock. */
final class SqlFollowers implements Followers {
    private final Sessions sessions;

    SqlFollowers(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Behind whoever forgets: what is read after this is all there. */
    @Override
    public void followed(String name, long change) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO follower (name, change, at) VALUES (:name, :change, " + sessions.now()
                                + ") ON CONFLICT (name) DO UPDATE SET change = excluded.change, at = excluded.at")
                .bind("name", name)
                .bind("change", change)
                .execute());
    }

    @Override
    public void left(String name) {
        sessions.change(handle -> handle.createUpdate("DELETE FROM follower WHERE name = :name")
                .bind("name", name)
                .execute());
    }

    @Override
    public int forget(int limit) {
        return sessions.write(handle -> {
            handle.createUpdate("DELETE FROM follower WHERE at < " + sessions.now() + " - :away")
                    .bind("away", AWAY.toMillis())
                    .execute();
            OptionalLong all = handle.createQuery("SELECT MIN(change) FROM follower")
                    .map((row, _) -> {
                        long least = row.getLong(1);
                        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(least);
                    })
                    .one();
            return all.isEmpty() ? 0 : ArticleChanges.forget(handle, all.getAsLong(), limit);
        });
    }
}

package news.lede.community;

/** Identifies a {@link Workspace} within an installation. */
public record WorkspaceId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

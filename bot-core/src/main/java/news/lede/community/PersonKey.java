package news.lede.community;

/** A person as a platform knows them, written {@code platform:id} as in the setting {@code moderators}. */
public record PersonKey(String platform, String id) {
    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

package news.lede.community;

/** A person as a platform knows them, written {@code platform:id} as in the setting {@code moderators}. */
public record PersonKey(String platform, String id) {
    private static final String ROLE = "role:";

    /** All who bear a role of the platform, by its id there. */
    public static PersonKey ofRole(String platform, String id) {
        return new PersonKey(platform, ROLE + id);
    }

    /** Whether it stands for a role of the platform rather than for a person. */
    public boolean isRole() {
        return id.startsWith(ROLE);
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

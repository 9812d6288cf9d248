package news.lede.story;

import java.util.Arrays;
import java.util.List;

/**
 * Whose names stand at the head of an article and of a story's members: in title or lead. Two crimes in one town share their words and the town; the names of
 * those at the head part them. Not thread-safe.
 */
final class Heads {
    // A story of one member is less sure of what belongs to it than a story of five.
    private static final double UNSURE = 0.5;
    // Of a name told three times there is no more doubt than of one told twice.
    private static final double SURELY_ABOUT = 1.1;
    private static final double TELLING = 2.5;

    private static final int NAME = HeldText.HEAD | HeldText.NUMBER;
    private static final int PERSON = NAME | HeldText.PERSON;

    private final Comparing comparing;
    /** By name, how many members have it at their head; 0 between calls. */
    private int[] heads = new int[1 << 8];

    Heads(Comparing comparing) {
        this.comparing = comparing;
    }

    /**
     * The heads of an article beside those of a story's members.
     *
     * @param missing the most telling name at the head of the members that the article lacks, times the share of members that have it there
     * @param common the same for what the article has
     * @param apart how surely both sides have a name at the head that the other has not there; 0 when one side has none
     * @param personsApart the same for the names of persons
     */
    record Beside(double missing, double common, double apart, double personsApart) {}

    /** The text that {@code comparing} was last asked about, {@code asked}, beside a story's members, one at least. */
    Beside beside(HeldText asked, List<HeldText> members) {
        if (heads.length < comparing.names()) {
            heads = Arrays.copyOf(heads, Math.max(comparing.names(), heads.length * 2));
        }
        members.forEach(this::count);
        double ownName = 0;
        double ownPerson = 0;
        for (int i = 0; i < asked.names().length; i++) {
            byte mark = asked.nameMarks()[i];
            if ((mark & NAME) == HeldText.HEAD && heads[asked.names()[i]] == 0) {
                double told = Math.log(1 + (mark & HeldText.COUNT));
                ownName = Math.max(ownName, told * comparing.weightOfName(asked.names()[i]));
                if ((mark & HeldText.PERSON) != 0) {
                    ownPerson = Math.max(ownPerson, told);
                }
            }
        }
        int otherName = 0;
        int otherPerson = 0;
        for (HeldText member : members) {
            for (int i = 0; i < member.names().length; i++) {
                int name = member.names()[i];
                boolean elsewhere = (comparing.askedMark(name) & HeldText.HEAD) == 0;
                if (elsewhere && heads[name] > otherName) {
                    otherName = heads[name];
                }
                if (elsewhere && heads[name] > otherPerson && isPerson(member.nameMarks()[i])) {
                    otherPerson = heads[name];
                }
            }
        }
        double missing = 0;
        double common = 0;
        for (HeldText member : members) {
            for (int name : member.names()) {
                if (heads[name] > 0) {
                    double telling = comparing.weightOfName(name) * heads[name] / (members.size() + UNSURE);
                    heads[name] = 0;
                    if (comparing.askedMark(name) != 0) {
                        common = Math.max(common, telling);
                    } else {
                        missing = Math.max(missing, telling);
                    }
                }
            }
        }
        return new Beside(
                missing,
                common,
                Math.min(ownName / TELLING, surprise(otherName, members.size())),
                Math.min(ownPerson, SURELY_ABOUT) * surprise(otherPerson, members.size()));
    }

    /** How surprising it is that one more member lacks what {@code having} of {@code members} have. */
    private static double surprise(int having, int members) {
        return having == 0 ? 0 : Math.log((members + 2.0) / (members - having + 1.0));
    }

    private static boolean isPerson(byte mark) {
        return (mark & PERSON) == (HeldText.HEAD | HeldText.PERSON);
    }

    private void count(HeldText member) {
        for (int i = 0; i < member.names().length; i++) {
            if ((member.nameMarks()[i] & NAME) == HeldText.HEAD) {
                heads[member.names()[i]]++;
            }
        }
    }
}

package news.lede.app;

import java.util.List;
import news.lede.belongings.Arrivals;
import news.lede.belongings.Arrivals.Line;

/** What an import did, for whoever runs the installation. */
record CommunityReport(Arrivals report) {
    List<String> lines() {
        return report.lines().stream().map(CommunityReport::line).toList();
    }

    private static String line(Line line) {
        String sign = switch (line.outcome()) {
            case BROUGHT, AS_SOURCES -> "+";
            case SAME -> "=";
            case ENDED -> "-";
            default -> "!";
        };
        return sign + " " + subject(line) + ": " + outcome(line);
    }

    private static String subject(Line line) {
        return switch (line.part()) {
            case LANGUAGE -> "language " + (line.what().isEmpty() ? "of each app" : line.what());
            case ZONE -> "zone " + line.what();
            case PACK -> "pack " + line.what();
            case SOURCE -> "source " + line.what();
            case TOPIC -> "topic " + line.what();
            case PLACE -> "place " + line.what();
            case CHANNEL -> "how place " + line.what() + " is told";
            case MENTION -> "mention of role " + line.what();
            case SUBSCRIPTION -> "subscription to " + (line.what().equals("*") ? "everything" : line.what());
            case TOLD -> "stories told before, " + line.what();
            case GRANT -> "grant to " + (line.what().isEmpty() ? "somebody who had themselves erased" : line.what());
            case RETRACTED -> "stories taken back, " + line.what();
        };
    }

    private static String outcome(Line line) {
        return switch (line.outcome()) {
            case BROUGHT -> "brought";
            case SAME -> "as it was";
            case ENDED -> "not followed any more";
            case AS_SOURCES -> "not known here, its sources follow";
            case FULL -> "left out, there are as many as there may be";
            case NO_PLACE -> "left out, nobody said where it belongs (--place)";
            case NOT_OURS -> "left out, that place is another community's";
            case OF_THEIR_PLATFORM -> "left out, it names somebody or something where the file comes from";
            case NOT_ALLOWED -> "left out, an owner has to bring it";
            case UNKNOWN -> "left out, not known here";
        };
    }
}

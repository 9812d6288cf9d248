package news.lede.summary;

import java.util.List;
import news.lede.article.Article;
import news.lede.story.Dispute;
import news.lede.story.Disputes;
import news.lede.story.Mention;
import news.lede.story.Side;
import news.lede.story.StoryView;

/**
 * Marks the sentences whose figures other sources of the story dispute, or have since told anew: a figure that is disputed is shown as disputed. Pure.
 */
final class DisputeNotes {
    private DisputeNotes() {}

    static List<Statement> marked(StoryView story, List<Statement> statements) {
        // Looking through all articles costs a quarter of a summary, and most sentences that are shown count nothing.
        if (story.articles().size() < 2 || statements.stream().noneMatch(DisputeNotes::tellsFigures)) {
            return statements;
        }
        List<Dispute> disputes = Disputes.of(story);
        return disputes.isEmpty()
                ? statements
                : statements.stream()
                        .map(statement -> statement.disputed(disputes.stream()
                                .filter(dispute -> concerns(dispute, statement))
                                .toList()))
                        .toList();
    }

    private static boolean tellsFigures(Statement statement) {
        Article article = statement.evidence().getFirst().article();
        return Disputes.mayConcern(statement.text(), article.language());
    }

    /** What has developed concerns only who shows an older figure. */
    private static boolean concerns(Dispute dispute, Statement statement) {
        List<Side> sides = dispute.sides();
        List<Side> shown = dispute.standing() == Dispute.Standing.DISPUTED ? sides : sides.subList(0, sides.size() - 1);
        return shown.stream().anyMatch(side -> isShown(side, statement))
                && sides.stream().allMatch(side -> passes(side));
    }

    private static boolean isShown(Side side, Statement statement) {
        Evidence evidence = statement.evidence().getFirst();
        Mention mention = side.mention();
        return mention.article().id().equals(evidence.article().id())
                && mention.paragraph() == evidence.paragraph()
                && mention.offset() < evidence.offset() + evidence.sentence().length()
                && evidence.offset() < mention.offset() + mention.sentence().length();
    }

    /** What is told of a side stands in its sentence, as everything a reader is told. */
    private static boolean passes(Side side) {
        return side.mention().sentence().contains(side.said());
    }
}

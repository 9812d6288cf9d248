package news.lede.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.TextMatch;
import news.lede.story.WhatIsNew.Novelty;
import news.lede.text.Language;
import news.lede.text.Sentences;
import news.lede.text.Span;

/**
 * Says what a publisher corrected in an article that we have in two states. Pure.
 *
 * <p>Another headline counts unless only spelling, small words or a mark ("LIVE", the agency) changed; it is material when a figure in it changed, when it says the
 * opposite, when it tells an outcome or calls itself a correction. A sentence that says that something was corrected counts, and so does another figure, another name or the opposite in a sentence that stayed
 * the same otherwise: these are material. All else is editing, and no change for readers.
 */
final class PublisherChange {
    /** Neighbouring words in common that make two sentences one, reworded. */
    private static final double SAME_SENTENCE = 0.6;

    private static final int LONGEST_SENTENCE = 600;
    private static final int MOST_SENTENCES = 300;
    private static final int MOST_CORRECTED = 2;

    private PublisherChange() {}

    /** Without changes when readers need not know. */
    static Novelty of(Article before, Article now) {
        List<Change> changes = new ArrayList<>();
        boolean material = headline(before, now, changes);
        int inHeadline = changes.size();
        text(before, now, changes);
        return new Novelty(material || changes.size() > inHeadline, changes);
    }

    /** True when it is material. */
    private static boolean headline(Article before, Article now, List<Change> changes) {
        String was = Headline.cleaned(before);
        String is = Headline.cleaned(now);
        if (TextMatch.same(was, is)) {
            return false;
        }
        Language language = now.language();
        Rewording rewording = Rewording.of(was, is, language);
        if (rewording.trivial(CorrectionWords.of(language))) {
            return false;
        }
        changes.add(new Change.HeadlineChanged(was, is));
        Set<Outcome> told = Outcomes.toldIn(is, now);
        told.removeAll(Outcomes.toldIn(was, before));
        return rewording.quantityChanged()
                || rewording.negates()
                || !told.isEmpty()
                || CorrectionWords.of(language).isNote(is, language);
    }

    private static void text(Article before, Article now, List<Change> changes) {
        if (TextMatch.same(before.paragraphs(), now.paragraphs())) {
            return;
        }
        List<Proof> was = sentences(before);
        List<Proof> is = sentences(now);
        List<Proof> gone = without(was, is);
        List<Proof> come = without(is, was);
        CorrectionWords words = CorrectionWords.of(now.language());
        for (Proof sentence : come) {
            if (count(changes) == MOST_CORRECTED) {
                return;
            }
            if (words.isNote(sentence.sentence(), now.language())) {
                changes.add(new Change.CorrectionNote(sentence));
            } else {
                gone.stream()
                        .filter(old -> corrects(old, sentence, now.language()))
                        .findFirst()
                        .ifPresent(old -> changes.add(new Change.TextCorrected(old.sentence(), sentence)));
            }
        }
    }

    private static boolean corrects(Proof old, Proof sentence, Language language) {
        if (TextMatch.sharedRuns(old.sentence(), sentence.sentence()) < SAME_SENTENCE) {
            return false;
        }
        Rewording rewording = Rewording.of(old.sentence(), sentence.sentence(), language);
        boolean small = rewording.gone().size() + rewording.come().size()
                <= Math.max(4, sentence.sentence().length() / 20);
        return small && (rewording.quantityChanged() || rewording.nameChanged() || rewording.negates());
    }

    private static long count(List<Change> changes) {
        return changes.stream()
                .filter(change -> !(change instanceof Change.HeadlineChanged))
                .count();
    }

    private static List<Proof> without(List<Proof> sentences, List<Proof> others) {
        Set<String> known = new HashSet<>();
        others.forEach(other -> known.add(TextMatch.fold(other.sentence())));
        return sentences.stream()
                .filter(sentence -> !known.contains(TextMatch.fold(sentence.sentence())))
                .toList();
    }

    private static List<Proof> sentences(Article article) {
        List<Proof> sentences = new ArrayList<>();
        for (int p = 0; p < article.paragraphs().size() && sentences.size() < MOST_SENTENCES; p++) {
            String paragraph = article.paragraphs().get(p);
            for (Span span : Sentences.split(paragraph, article.language())) {
                if (span.length() <= LONGEST_SENTENCE) {
                    sentences.add(new Proof(article.id(), p, span.start(), span.in(paragraph)));
                }
            }
        }
        return sentences;
    }
}

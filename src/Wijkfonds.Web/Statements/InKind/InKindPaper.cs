using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.InKind;

/// <summary>The same on paper: a table of its own, without a sum, and how each offer was valued.</summary>
public static class InKindPaper
{
    public static void Write(PdfDocument paper, StatementInKind inKind, Words words)
    {
        if (inKind.Offers.Count == 0) return;
        paper.Table("", [new(words["offer.col.what"], 3), new(words["offer.col.offered"], 2, IsAmount: true), new(words["offer.col.accepted"], 2, IsAmount: true),
            new(words["offer.col.delivered"], 2, IsAmount: true), new(words["statement.in-kind.gone"], 2, IsAmount: true)], inKind.Offers.Select(Row), words["statement.in-kind"]);
        foreach (var offer in inKind.Offers)
        {
            paper.Note(words["statement.in-kind.valued", InKindRow.Title(offer, words), words.Exact(offer.Offer.Value), offer.Offer.Valuation]);
            foreach (var plan in offer.Plans)
                paper.Note($"{words["statement.in-kind.delivered-to", InKindRow.Title(offer, words)]}: {words["statement.plan", plan.Number, plan.Title, plan.RoundName]}, {InKindRow.Exact(offer, plan.Delivered, words)}");
        }
        paper.Note(words["statement.in-kind.apart"]);

        PdfRow Row(StatementOffer offer) => PdfRow.Of(InKindRow.Title(offer, words), InKindRow.Exact(offer, offer.Offered, words), InKindRow.Exact(offer, offer.Accepted, words),
            InKindRow.Exact(offer, offer.Delivered, words), InKindRow.Exact(offer, offer.Withdrawn.Quantity != 0 ? offer.Withdrawn : offer.Lapsed, words));
    }
}

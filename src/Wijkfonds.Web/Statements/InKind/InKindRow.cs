using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.InKind;

/// <summary>One figure in kind as it stands in a file: what of which offer, for which plan, how much, and what that is worth. That is no money: it never stands in a column of amounts of money.</summary>
public sealed record InKindRow(string What, string Plan, string Quantity, Cents Value)
{
    /// <summary>Among the rows of money: in a part of its own, with its value in words, so that no sum of amounts takes it in.</summary>
    public StatementRow AsText(Words words) => new(words["statement.in-kind"], What, Plan, Quantity, Note: words["statement.in-kind.note", words.Exact(Value)]);

    /// <summary>In the order of the sheet.</summary>
    public static IEnumerable<InKindRow> Of(StatementInKind inKind, Words words)
    {
        foreach (var offer in inKind.Offers)
        {
            foreach (var (name, amount) in offer.Figures) yield return new(words[$"statement.in-kind.{name}", Title(offer, words)], "", words.Quantity(offer.Offer, amount.Quantity), amount.Value);
            foreach (var plan in offer.Plans)
                yield return new(words["statement.in-kind.delivered-to", Title(offer, words)], words["statement.plan", plan.Number, plan.Title, plan.RoundName], words.Quantity(offer.Offer, plan.Delivered.Quantity), plan.Delivered.Value);
        }
    }

    public static string Title(StatementOffer offer, Words words) => offer.Offer.What.Length > 0 ? offer.Offer.What : words[$"OfferKind.{offer.Offer.Kind}"];

    /// <summary>"20 uur (€ 800,00)"; a dash where there is nothing.</summary>
    public static string Exact(StatementOffer offer, Amount amount, Words words) =>
        amount.Quantity == 0 ? "–" : $"{words.Quantity(offer.Offer, amount.Quantity)} ({words.Exact(amount.Value)})";
}

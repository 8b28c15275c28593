using System.Text.Json;

namespace Wijkfonds.Web.Statements.InKind;

/// <summary>The same for programs: "inKind", an array of offers. Values are those of the giver, in euros, and part of no figure of money.</summary>
public static class InKindJson
{
    public static void Write(Utf8JsonWriter json, StatementInKind inKind) => json.Array("inKind", inKind.Offers, offer =>
    {
        json.WriteNumber("offer", offer.Offer.Number);
        json.WriteString("kind", offer.Offer.Kind.ToString());
        json.WriteString("what", offer.Offer.What);
        json.WriteString("unit", offer.Offer.Unit.ToString());
        json.WriteString("valuation", offer.Offer.Valuation);
        foreach (var (name, amount) in offer.Figures) Amount(json, name, amount);
        json.Array("plans", offer.Plans, plan =>
        {
            json.WriteNumber("round", plan.Round);
            json.WriteNumber("plan", plan.Number);
            json.WriteString("title", plan.Title);
            Amount(json, "delivered", plan.Delivered);
        });
    });

    private static void Amount(Utf8JsonWriter json, string name, Amount amount) => json.Object(name, () =>
    {
        json.WriteNumber("quantity", amount.Quantity);
        json.Amount("value", amount.Value);
    });
}

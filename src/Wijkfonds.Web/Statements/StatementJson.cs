using System.Globalization;
using System.Text.Json;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Statements.Behind;
using Wijkfonds.Web.Statements.Complexes;
using Wijkfonds.Web.Statements.InKind;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// The statement for programs: format "wijkfonds-statement/2". Names of figures, columns, accounts and kinds are those of the
/// code; sentences are in the language of the fund. As known on a day that is over it is the same bytes whenever it is asked,
/// but for what README.md names.
/// </summary>
public static class StatementJson
{
    public const string Format = "wijkfonds-statement/2";

    public static byte[] Of(Statement statement, string fund, IReadOnlyList<StatementEntry> entries, Words words) => JsonText.Of(Format, json =>
    {
        json.WriteString("fund", fund);
        json.Object("contributor", () =>
        {
            json.WriteNumber("number", statement.Contributor.Number);
            json.WriteString("name", statement.Contributor.Party.Name);
        });
        if (statement.Holder is { } holder)
            json.Object("holder", () =>
            {
                json.WriteString("name", holder.Name);
                json.WriteString("kvk", holder.Kvk);
                json.WriteString("rsin", holder.Rsin);
            });
        json.Object("period", () =>
        {
            json.Day("first", statement.Period.First);
            json.Day("last", statement.Period.Last);
            json.Day("known", statement.Period.Known);
        });
        json.Book(statement.Book);
        json.WriteString("currency", "EUR");
        json.Object("pledged", () =>
        {
            foreach (var pledged in statement.Pledged) json.Amount(pledged.Year.ToString(CultureInfo.InvariantCulture), pledged.Amount);
        });
        Flow(json, statement.Flow);
        json.Array("byEarmark", statement.ByEarmark, earmark =>
        {
            json.WriteNumber("earmark", earmark.Earmark ?? 0);
            json.WriteString("name", earmark.Name);
            Flow(json, earmark.Flow);
        });
        DetailsRow.Write(json, statement.Details);
        json.Amount("wholePot", statement.WholePot.Amount);
        json.Array("plans", statement.Plans, plan => Plan(json, plan));
        json.Array("earmarks", statement.Earmarks, earmark => Earmark(json, earmark));
        InKindJson.Write(json, statement.InKind);
        json.Array("relations", statement.Relations, relation => Relation(json, relation, words));
        json.Array("entries", entries, entry => Entry(json, entry));
    });

    private static void Flow(Utf8JsonWriter json, StatementFlow flow)
    {
        if (flow.Opening is { } opening) json.Object("opening", () => Columns(opening));
        json.Array("moved", flow.Sections.SelectMany(s => s.Rows, (section, row) => (section, row)), moved =>
        {
            json.WriteString("section", moved.section.Name);
            json.WriteString("name", moved.row.Name);
            Columns(moved.row);
        });
        json.Object("closing", () => Columns(flow.Closing));

        void Columns(FlowRow row)
        {
            foreach (var (name, column) in new[] { ("free", FlowColumn.Free), ("reserved", FlowColumn.Reserved), ("awarded", FlowColumn.Awarded), ("together", FlowColumn.Together) })
                json.Amount(name, row[column]);
        }
    }

    private static void Plan(Utf8JsonWriter json, PlanPart plan)
    {
        json.WriteNumber("round", plan.Round);
        json.WriteNumber("plan", plan.Number);
        json.WriteString("title", plan.Title);
        json.WriteString("state", plan.State.ToString());
        if (plan.Opening is { } opening) json.Amount("opening", opening.Amount);
        foreach (var (name, figure) in new[] { ("promised", plan.Promised), ("supplement", plan.Supplement), ("lapsed", plan.Lapsed), ("paid", plan.Paid), ("repaid", plan.Repaid), ("left", plan.Left) })
            json.Amount(name, figure.Amount);
        json.Object("evidence", () =>
        {
            json.WriteNumber("reports", plan.Evidence.Reports);
            json.WriteNumber("photos", plan.Evidence.Photos);
            json.WriteNumber("receipts", plan.Evidence.Receipts);
            json.Texts("story", plan.Evidence.Story);
        });
    }

    private static void Earmark(Utf8JsonWriter json, EarmarkPart earmark)
    {
        json.WriteNumber("number", earmark.Number);
        json.WriteString("name", earmark.Name);
        json.Amount("awarded", earmark.Awarded.Amount);
        json.Amount("paid", earmark.Paid.Amount);
        json.Array("complexes", earmark.Complexes, complex =>
        {
            json.WriteString("kind", complex.Kind.ToString());
            json.WriteString("name", complex.Name);
            json.Array("plans", complex.Plans, plan =>
            {
                json.WriteNumber("round", plan.Round);
                json.WriteNumber("plan", plan.Number);
                json.Amount("awarded", plan.Awarded);
                json.Amount("paid", plan.Paid);
                json.WriteNumber("addresses", plan.Addresses);
                json.WriteNumber("of", plan.Of);
            });
        });
    }

    private static void Relation(Utf8JsonWriter json, RelationTold relation, Words words)
    {
        json.WriteNumber("number", relation.Number);
        json.WriteString("kind", relation.Kind?.ToString());
        json.WriteString("what", relation.Sentence(words));
        json.Amount("received", relation.Amount);
        json.Amount("ofThisContributor", relation.OfAsking);
        json.Array("plans", relation.Received, money =>
        {
            json.WriteNumber("round", money.Round);
            json.WriteNumber("plan", money.Plan);
            json.Amount("received", money.Amount);
            json.Amount("ofThisContributor", money.OfAsking);
        });
    }

    private static void Entry(Utf8JsonWriter json, StatementEntry told)
    {
        var (entry, sentence, own) = told;
        json.WriteNumber("sequence", entry.Sequence);
        json.Day("day", entry.ValueDate);
        json.Instant("recorded", entry.RecordedAt);
        json.WriteString("kind", entry.Kind.ToString());
        if (entry.Reverses is { } reverses) json.WriteNumber("reverses", reverses);
        json.WriteString("what", sentence);
        json.Array("lines", own, line =>
        {
            json.WriteString("account", line.Account.ToString());
            json.Amount("debit", line.Amount);
        });
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>The treasurer proposes later years of a plan, or to take them back, with the reason; a second member decides.</summary>
public sealed class ProposingYears(Deciding deciding, Texts texts)
{
    /// <param name="typed">For each year that may be promised what was typed; empty is nothing.</param>
    public async Task<Outcome<Decision>> Promise(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int number, IReadOnlyList<(int Year, string? Amount)> typed, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Find(db, number) is not { } award) return new NotFoundHere();
        var years = new List<YearTerm>();
        foreach (var (year, amount) in typed.Where(t => !string.IsNullOrWhiteSpace(t.Amount)))
        {
            var read = Typed.Amount(amount, FieldOf(year));
            if (read.Refused) return read.Refusal;
            if (read.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
            if (read.Value > Cents.Zero) years.Add(new(year, read.Value.Value));
        }
        if (years.Count == 0) return new Missing(FieldOf(typed.Count > 0 ? typed[0].Year : 0), "Years.None");
        if (await PromisingYears.Bars(db, award, await Book.Today(db, now, fund.Id), years) is { } refusal) return refusal;
        var why = Typed.Needed(reason, "reason", 500, "Award.Reason");
        if (why.Refused) return why.Refusal;
        var words = texts.In(fund.Language, fund.Zone);
        var about = string.Join(", ", years.Select(y => $"{Text(y.Year)} {words.Money(y.Amount)}"));
        return await deciding.Propose(db, who, now, DecisionKind.PromiseYears, award.Id, About(words, award, about), Path(award), JsonSerializer.Serialize(new YearTerms(years, why.Value)), why.Value);
    }

    /// <param name="numbers">The years to take back, by their numbers within the award.</param>
    public async Task<Outcome<Decision>> Withdraw(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int number, IReadOnlyList<int> numbers, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Find(db, number) is not { } award) return new NotFoundHere();
        if (numbers.Count == 0) return new Missing("numbers", "Years.NoneChosen");
        var rows = await WithdrawingYears.Rows(db, award.Id, numbers);
        if (rows.Refused) return rows.Refusal;
        var why = Typed.Needed(reason, "why", 500, "Award.Reason");
        if (why.Refused) return why.Refusal;
        var words = texts.In(fund.Language, fund.Zone);
        var about = string.Join(", ", rows.Value.All.Select(y => $"{Text(y.Year)} {words.Money(y.Amount)}"));
        return await deciding.Propose(db, who, now, DecisionKind.WithdrawYears, award.Id, About(words, award, about), Path(award), JsonSerializer.Serialize(new WithdrawTerms([.. numbers.Distinct()], why.Value)), why.Value);
    }

    public static string FieldOf(int year) => $"year-{Text(year)}";

    private static string About(Words words, Award award, string years) =>
        $"{years}, {words["entry.plan", award.Proposal.Number ?? 0, award.Proposal.Title]}" is var about && about.Length > 300 ? about[..299] + "…" : about;

    private static string Path(Award award) => $"/geld/toekenningen/{Text(award.Number)}/jaren";

    private static async Task<Award?> Find(WijkfondsContext db, int number) =>
        await db.Set<Award>().Where(a => a.Number == number).Select(a => (Guid?)a.Id).SingleOrDefaultAsync() is { } id ? await ChangingAward.Find(db, id) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

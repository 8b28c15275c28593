using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Behind;

/// <summary>One deposit, or one time that money was given back, as the book has it. What was taken back stands there with the opposite sign.</summary>
/// <param name="IsBack">Given back to the contributor: it counts against what it put in.</param>
public sealed record PaidIn(long Sequence, DateOnly Day, bool IsBack, bool IsReversal, string Reference, Cents Amount)
{
    public string Path => $"/geld/boekingen/{Sequence}";
}

/// <summary>What is set aside at the end of the period for a round, or (null) lies in the petty cash.</summary>
public sealed record SetAside(int? Round, string Name, Figure Amount);

/// <summary>An agreement as it was known, with what of it was not paid on the day that the statement looks back from.</summary>
/// <param name="Open">Instalments that fell due or are still expected within the period, the oldest first.</param>
public sealed record Agreed(Agreement Agreement, IReadOnlyList<Term> Open)
{
    public string Path => $"/bijdragers/{Agreement.Contributor.Number}/toezeggingen/{Agreement.Number}";
}

/// <summary>What a controller asks next: when what was paid in, for which rounds it is set aside, and on which terms it was promised.</summary>
/// <param name="Day">On which the instalments are looked at: the last of the period, or today where that is later.</param>
public sealed record Details(DateOnly Day, IReadOnlyList<PaidIn> PaidIn, IReadOnlyList<SetAside> SetAside, IReadOnlyList<Agreed> Agreements)
{
    public static readonly Details None = new(default, [], [], []);

    /// <summary>Paid in, less what was given back.</summary>
    public Cents Together => PaidIn.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);

    /// <param name="own">The contributor's layers.</param>
    /// <param name="sequence">The last entry that counts.</param>
    /// <param name="end">What was recorded from this instant on is not known.</param>
    public static async Task<Details> Of(WijkfondsContext db, Contributor contributor, EntryFilter whose, Period period, Movements before, Movements during, IReadOnlySet<Guid> own, long sequence, DateTimeOffset end, DateOnly today)
    {
        var day = period.Last < today ? period.Last : today;
        var moved = await OnTheBank.Of(db, own, sequence, end);
        return new Details(day, await Paid(db, moved, period), await Reserved(db, contributor.FundId, whose, period, before + during), await Terms(db, contributor, period, day, moved, end));
    }

    private static async Task<IReadOnlyList<PaidIn>> Paid(WijkfondsContext db, OnTheBank moved, Period period)
    {
        var found = moved.Rows.Where(r => r.Kind is EntryKind.Deposit or EntryKind.GivenBack && (period.First is null || r.Day >= period.First) && r.Day <= period.Last).ToList();
        var subjects = found.Select(f => f.Subject).Distinct().ToList();
        var references = await db.Set<Deposit>().Where(d => subjects.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.BankReference);
        return [.. found.GroupBy(f => f.Sequence).Select(g => new PaidIn(g.Key, g.First().Day, g.First().Kind == EntryKind.GivenBack, g.First().Reverses is not null,
            references.GetValueOrDefault(g.First().Subject, ""), new Cents(g.Sum(f => f.Amount)))).OrderBy(p => p.Day).ThenBy(p => p.Sequence)];
    }

    /// <summary>By round; what lies in the petty cash last. Together it is what is set aside at the end.</summary>
    private static async Task<IReadOnlyList<SetAside>> Reserved(WijkfondsContext db, Guid fund, EntryFilter whose, Period period, Movements upToEnd)
    {
        var rows = upToEnd.Rows.Where(r => r.Account == LedgerAccount.Reserved).ToList();
        var rounds = (await db.Set<Round>().Select(r => new { r.Number, r.Name, Sections = r.Sections.Select(s => s.Id).ToList() }).ToListAsync())
            .SelectMany(r => r.Sections, (round, section) => (Section: section, round.Number, round.Name)).ToDictionary(r => r.Section, r => (r.Number, r.Name));
        var held = rows.Where(r => r.Subject is { } s && rounds.ContainsKey(s)).GroupBy(r => rounds[r.Subject!.Value]).OrderBy(g => g.Key.Number).Select(g => new SetAside(g.Key.Number, g.Key.Name,
            Figure.Within("reserved", new Movements([.. g]), period.UpToEnd(whose with { Account = LedgerAccount.Reserved, Round = g.Key.Number }))));
        var cash = Figure.Within("cash", upToEnd, period.UpToEnd(whose with { Account = LedgerAccount.Cash }));
        return [.. held.Append(new SetAside(null, "", cash)).Where(s => s.Amount.Amount != Cents.Zero)];
    }

    private static async Task<IReadOnlyList<Agreed>> Terms(WijkfondsContext db, Contributor contributor, Period period, DateOnly day, OnTheBank moved, DateTimeOffset end)
    {
        var agreements = (await Schedules.Confirmed(db).Where(a => a.ContributorId == contributor.Id && a.ConfirmedAt < end).ToListAsync()).OrderBy(a => a.Number).ToList();
        // What was decided about them later was not known yet.
        foreach (var agreement in agreements) agreement.Acts.RemoveAll(a => a.At >= end);
        if (agreements.Count == 0) return [];
        var arrived = moved.Arrived(day);
        var schedule = Schedule.Of(agreements, earmark => arrived.GetValueOrDefault(earmark ?? contributor.PartyId, []), day);
        return [.. agreements.Select(a => new Agreed(a, [.. schedule.Terms.Where(t => t.Agreement == a && t.Open > Cents.Zero && t.Instalment.DueOn <= period.Last)]))];
    }
}

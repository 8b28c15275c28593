using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>Money that leaves, from the moment it was prepared: for a plan, or for the alliance itself.</summary>
/// <param name="Award">Null for a cost of the alliance.</param>
public sealed record Leaving(FlagPart Part, Guid Id, Award? Award, Party Payee, Cents Amount, DateTimeOffset At)
{
    /// <summary>One receiver is one bank account; without a number, one record.</summary>
    public string Receiver => Payee.Iban.Length > 0 ? Payee.Iban : Payee.Id.ToString("N");
}

/// <summary>A giver, with the people who represent it.</summary>
public sealed record Giver(Party Party, IReadOnlyList<Guid> Representatives);

/// <summary>Everything that the rules look at.</summary>
/// <param name="Ibans">The bank accounts on which somebody with an account here is known.</param>
public sealed record FlagSource(IReadOnlyList<Award> Awards, IReadOnlyList<Leaving> Leaving, IReadOnlyList<Giver> Givers, IReadOnlyList<Seat> Seats,
    IReadOnlyList<Relation> Relations, IReadOnlyList<(int Line, Guid Mark, DateTimeOffset At, int Year)> Unawarded, ILookup<Guid, string> Ibans, MoneyRules Rules, string Zone)
{
    /// <summary>One more when a rule came to see more: then all is looked at again.</summary>
    private const int RulesVersion = 2;

    public int YearOf(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[Zone]).Year;

    public static async Task<FlagSource> Of(WijkfondsContext db, Guid fund)
    {
        var awards = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal).OrderBy(a => a.Number).ToListAsync();
        var byId = awards.ToDictionary(a => a.Id);
        var payments = await db.Set<Payment>().AsNoTracking().Include(p => p.Payee).OrderBy(p => p.Number).ToListAsync();
        var costs = await db.Set<AllianceCost>().AsNoTracking().Include(c => c.Payee).OrderBy(c => c.Number).ToListAsync();
        var representatives = (await db.Set<Representative>().AsNoTracking().ToListAsync()).ToLookup(r => r.ContributorId, r => r.AccountId);
        var unawarded = await LiveMarks.Of(db).Where(m => m.Kind == BankMarkKind.Words).Join(db.Set<BankLine>().Where(l => l.Amount.Value < 0), m => m.LineId, l => l.Id,
            (m, l) => new { l.Number, m.Id, m.MarkedAt, l.BookedOn }).OrderBy(l => l.Number).ToListAsync();
        return new FlagSource(awards,
            [.. payments.Select(p => new Leaving(new(FlagThing.Payment, p.Number), p.Id, byId[p.AwardId], p.Payee, p.Amount, p.PreparedAt))
                .Concat(costs.Select(c => new Leaving(new(FlagThing.Cost, c.Number), c.Id, null, c.Payee, c.Amount, c.PreparedAt))).OrderBy(l => l.At).ThenBy(l => l.Part.Thing).ThenBy(l => l.Part.Number)],
            [.. (await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).OrderBy(c => c.Number).ToListAsync()).Select(c => new Giver(c.Party, [.. representatives[c.Id]]))],
            await db.Set<Seat>().AsNoTracking().Where(s => s.Body != Body.Desk && s.AccountId != null).OrderBy(s => s.Body).ThenBy(s => s.Number).ToListAsync(),
            await db.Set<Relation>().AsNoTracking().OrderBy(r => r.Number).ToListAsync(),
            [.. unawarded.Select(l => (l.Number, l.Id, l.MarkedAt, l.BookedOn.Year))],
            (await db.Set<Party>().Where(p => p.AccountId != null && p.Iban != "").Select(p => new { Account = p.AccountId!.Value, p.Iban }).ToListAsync()).ToLookup(p => p.Account, p => p.Iban),
            await MoneyRules.Of(db, fund), await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Zone).SingleAsync());
    }

    /// <summary>In short how things stand: whatever a rule looks at changes this text.</summary>
    public static async Task<string> Stands(WijkfondsContext db, Guid fund)
    {
        long[] counts =
        [
            RulesVersion,
            await db.Set<LedgerHead>().Where(h => h.FundId == fund).Select(h => h.Sequence).SingleOrDefaultAsync(),
            await db.Set<Payment>().CountAsync(), await db.Set<Award>().CountAsync(), await db.Set<AllianceCost>().CountAsync(),
            await db.Set<Relation>().CountAsync(), await db.Set<Relation>().CountAsync(r => r.EndedAt != null), await db.Set<Seat>().CountAsync(s => s.AccountId != null),
            await db.Set<Contributor>().CountAsync(), await db.Set<Representative>().CountAsync(), await db.Set<IbanChange>().CountAsync(c => c.AgreedAt != null), await db.Set<BankMark>().CountAsync(),
            (await MoneyRules.Of(db, fund)).DecidedAt?.ToUnixTimeMilliseconds() ?? 0,
        ];
        return string.Join('.', counts.Select(c => c.ToString(CultureInfo.InvariantCulture)));
    }
}

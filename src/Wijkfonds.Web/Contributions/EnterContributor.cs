using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the treasurer typed about an organisation.</summary>
public sealed record ContributorForm(string? Name, string? Kind, string? Contact, string? Email, IReadOnlyList<(int Year, string? Amount)> Pledges, string? Representative);

/// <summary>The treasurer enters an organisation and what it promises; it counts once a second member agrees.</summary>
public sealed class EnterContributor(Deciding deciding, Texts texts)
{
    public const int LongestName = 120;

    /// <param name="form">The form's own reference: the same one posted twice makes one organisation.</param>
    public async Task<Outcome<Contributor>> New(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid form, ContributorForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Contributor>().IgnoreQueryFilters().SingleOrDefaultAsync(c => c.Id == form) is { } before)
            return before.FundId == fund ? before : new NotFoundHere();
        var read = ContributorDetails.Read(typed.Name, typed.Kind, typed.Contact, typed.Email);
        if (read.Refused) return read.Refusal;
        var details = read.Value;
        if (await details.Taken(db) is { } taken) return taken;

        var party = new Party { FundId = fund, Name = details.Name, Contact = details.Contact, Email = details.Email };
        var contributor = new Contributor
        {
            Id = form, FundId = fund, Number = 1 + (await db.Set<Contributor>().MaxAsync(c => (int?)c.Number) ?? 0), PartyId = party.Id, Party = party, Kind = details.Kind, EnteredAt = now,
        };
        db.Add(contributor);
        var terms = await Terms(db, now, fund, typed.Pledges, typed.Representative);
        return terms.Refused ? terms.Refusal : await Propose(db, who, now, contributor, terms.Value);
    }

    /// <summary>The years that can be promised for: this one and the nine after it.</summary>
    public static async Task<IReadOnlyList<int>> Years(WijkfondsContext db, DateTimeOffset now, Guid fund) =>
        [.. Enumerable.Range((await Book.Today(db, now, fund)).Year, 10)];

    internal async Task<Outcome<Contributor>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now, Contributor contributor, ContributorTerms terms)
    {
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == contributor.FundId).Select(f => f.Language).SingleAsync());
        var about = string.Join(", ", [contributor.Party.Name, .. terms.Details?.InTitle(words) ?? [], .. terms.Pledges.Select(p => $"{p.Year} {words.Money(p.Amount())}")]);
        if (terms.Representative is not null) about += ", " + words["contributor.with-representative"];
        if (terms.EndRepresentative is not null) about += ", " + words["contributor.without-representative"];
        var decision = await deciding.Propose(db, who, now, DecisionKind.ConfirmContributor, contributor.Id,
            about.Length > 300 ? about[..299] + "…" : about, $"/bijdragers/{contributor.Number}", terms.ToJson());
        return decision.Refused ? decision.Refusal : contributor;
    }

    internal static async Task<Outcome<ContributorTerms>> Terms(WijkfondsContext db, DateTimeOffset now, Guid fund, IReadOnlyList<(int Year, string? Amount)> typed, string? representativeTyped)
    {
        var years = await Years(db, now, fund);
        var pledges = new List<PledgeTerm>();
        foreach (var (year, amount) in typed.Where(p => !string.IsNullOrWhiteSpace(p.Amount) && years.Contains(p.Year)))
        {
            var read = Typed.Amount(amount, $"pledge-{year}");
            if (read.Refused) return read.Refusal;
            if (read.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
            pledges.Add(new PledgeTerm(year, read.Value.Value));
        }
        var representative = await Representative(db, now, representativeTyped);
        return representative.Refused ? representative.Refusal : new ContributorTerms(pledges, representative.Value.Account);
    }

    private static async Task<Outcome<Represented>> Representative(WijkfondsContext db, DateTimeOffset now, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return new Represented(null);
        var email = typed.Trim().ToUpperInvariant();
        if (await db.Set<Account>().Where(a => a.NormalizedEmail == email && a.EmailConfirmed).Select(a => (Guid?)a.Id).SingleOrDefaultAsync() is not { } account)
            return new NoSuchAccount();
        if (await Auditors.Holds(db, account, now)) return new AuditorRepresentsNobody();
        return new Represented(account);
    }

    private sealed record Represented(Guid? Account);
}

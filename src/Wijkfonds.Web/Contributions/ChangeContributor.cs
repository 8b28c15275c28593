using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the treasurer typed about an organisation that is there already; null is not asked, and an empty contact or address is cleared. OnTop says that an amount comes beside the payment plan of its year.</summary>
public sealed record ChangeForm(IReadOnlyList<(int Year, string? Amount)> Pledges, string? Representative = null, string? EndRepresentative = null, bool OnTop = false,
    string? Name = null, string? Kind = null, string? Contact = null, string? Email = null);

/// <summary>New promises, a representative, another name, kind or contact of an organisation that is there already. Waits for a second member again.</summary>
public sealed class ChangeContributor(EnterContributor enter)
{
    public async Task<Outcome<Contributor>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, ChangeForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Contributor>().Include(c => c.Party).Include(c => c.Pledges).SingleOrDefaultAsync(c => c.Number == number) is not { } contributor) return new NotFoundHere();
        var read = await EnterContributor.Terms(db, now, contributor.FundId, typed.Pledges, typed.Representative);
        if (read.Refused) return read.Refusal;
        var terms = read.Value with { Pledges = [.. read.Value.Pledges.Select(p => p.Beside(YearPromise.Of(contributor.Pledges, p.Year)))] };
        if (!typed.OnTop && terms.Pledges.FirstOrDefault(p => p is { Cents: > 0, Scheduled: > 0 }) is { } planned) return new YearHasSchedule(planned.InWords, new(planned.Scheduled!.Value));
        if (!string.IsNullOrEmpty(typed.EndRepresentative))
        {
            if (!Guid.TryParse(typed.EndRepresentative, out var ended)
                || !await db.Set<Representative>().AnyAsync(r => r.Id == ended && r.ContributorId == contributor.Id && r.Until == null)) return new NotFoundHere();
            terms = terms with { EndRepresentative = ended };
        }
        var was = ContributorDetails.Of(contributor);
        var details = ContributorDetails.Read(typed.Name ?? was.Name, typed.Kind ?? was.Kind.ToString(), typed.Contact ?? was.Contact, typed.Email ?? was.Email);
        if (details.Refused) return details.Refusal;
        if (await Bars(db, contributor, details.Value) is { } no) return no;
        if (DetailsChange.Of(was, details.Value) is { IsEmpty: false } change) terms = terms with { Details = change };
        if (contributor.ConfirmedAt is not null && terms.IsEmpty) return new NothingToConfirm();
        return await enter.Propose(db, who, now, contributor, terms);
    }

    /// <summary>Why an organisation cannot become this: asked when it is proposed, and again when it is agreed to.</summary>
    internal static async Task<Refusal?> Bars(WijkfondsContext db, Contributor contributor, ContributorDetails details) =>
        details == ContributorDetails.Of(contributor) ? null
        : contributor.Party.ErasedAt is not null ? new ContributorErased()
        : await details.Taken(db, contributor.Id) ?? await details.KindBars(db, contributor);
}

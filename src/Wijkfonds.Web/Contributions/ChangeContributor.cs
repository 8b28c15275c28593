using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the treasurer typed about an organisation that is there already. OnTop says that an amount comes beside the payment plan of its year.</summary>
public sealed record ChangeForm(IReadOnlyList<(int Year, string? Amount)> Pledges, string? Representative = null, string? EndRepresentative = null, bool OnTop = false);

/// <summary>New promises, or a representative, of an organisation that is there already. Waits for a second member again.</summary>
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
        if (!typed.OnTop && terms.Pledges.FirstOrDefault(p => p is { Cents: > 0, Scheduled: > 0 }) is { } planned) return new YearHasSchedule(planned.Year, new(planned.Scheduled!.Value));
        if (!string.IsNullOrEmpty(typed.EndRepresentative))
        {
            if (!Guid.TryParse(typed.EndRepresentative, out var ended)
                || !await db.Set<Representative>().AnyAsync(r => r.Id == ended && r.ContributorId == contributor.Id && r.Until == null)) return new NotFoundHere();
            terms = terms with { EndRepresentative = ended };
        }
        if (contributor.ConfirmedAt is not null && terms.IsEmpty) return new NothingToConfirm();
        return await enter.Propose(db, who, now, contributor, terms);
    }
}

using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions;

/// <summary>From now on the organisation, its promises and its representative count.</summary>
public sealed class ConfirmContributor : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmContributor;

    // Nobody lets themselves in: who would see the statement does not also agree to it.
    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(
        Treasury.BarConfirming(who) ?? (ContributorTerms.Read(decision.Terms).Representative == who.AccountId ? new StandsAside() : null));

    /// <summary>The organisation, each promise, and by name who would see the statement: the second member agrees to a person, not to "somebody".</summary>
    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var contributor = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).SingleAsync(c => c.Id == decision.Subject);
        var terms = ContributorTerms.Read(decision.Terms);
        List<string> sentences = [contributor.ConfirmedAt is { } counts && counts != decision.CarriedAt ? words["contributor.explain.known", contributor.Party.Name] : words["contributor.explain", contributor.Party.Name, contributor.Kind]];
        if (terms.Details is { } details) sentences.AddRange(details.Explain(ContributorDetails.Of(contributor), words));
        sentences.AddRange(terms.Pledges.SelectMany(p => Explain(p, words)));
        if (terms.Representative is { } id && await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id) is { } account)
            sentences.Add(words["contributor.explain.representative", account.PublicName, account.Email ?? ""]);
        if (terms.EndRepresentative is { } ended && await db.Set<Representative>().Where(r => r.Id == ended)
            .Join(db.Set<Account>(), r => r.AccountId, a => a.Id, (_, a) => a).SingleOrDefaultAsync() is { } leaves)
            sentences.Add(words["contributor.explain.representative-ends", leaves.PublicName, leaves.Email ?? ""]);
        return sentences;
    }

    /// <summary>What the year was and becomes, and what stands beside it: nobody takes an amount that comes on top for one that replaces.</summary>
    private static IEnumerable<string> Explain(PledgeTerm term, Words words)
    {
        yield return term.Before is > 0 and var before ? words["contributor.explain.pledge.was", term.InWords, new Cents(before), term.Amount()] : words["contributor.explain.pledge", term.InWords, term.Amount()];
        if (term.Scheduled is > 0 and var scheduled) yield return words["contributor.explain.pledge.on-top", term.InWords, new Cents(scheduled), new Cents(scheduled) + term.Amount()];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Contributor>().Include(c => c.Party).Include(c => c.Pledges).SingleOrDefaultAsync(c => c.Id == decision.Subject) is not { } contributor) return new NotFoundHere();
        var terms = ContributorTerms.Read(decision.Terms);
        if (terms.Representative is { } chosen && await Auditors.Holds(db, chosen, now)) return new AuditorRepresentsNobody();
        if (terms.Pledges.FirstOrDefault(p => !p.Fits(YearPromise.Of(contributor.Pledges, p.Year))) is { } changed) return new PromiseChangedSince(changed.InWords);
        if (terms.Details is { } change)
        {
            if (await ChangeContributor.Bars(db, contributor, change.On(ContributorDetails.Of(contributor))) is { } no) return no;
            (contributor.Party.Name, contributor.Kind, contributor.Party.Contact, contributor.Party.Email) = change.On(ContributorDetails.Of(contributor));
            decision.Terms = (terms with { Details = change.Decided() }).ToJson();
        }
        contributor.ConfirmedAt ??= now;
        foreach (var term in terms.Pledges)
        {
            var pledge = contributor.Pledges.SingleOrDefault(p => p.Year == term.Year && p.AgreementId is null);
            if (pledge is null) db.Add(pledge = new Pledge { FundId = contributor.FundId, ContributorId = contributor.Id, Year = term.Year, EnteredAt = decision.ProposedAt });
            pledge.ConfirmedAt = now;
            db.Add(pledge.Becomes(term.Amount(), PledgeReason.Promised, now));
        }
        if (terms.Representative is { } account
            && !await db.Set<Representative>().AnyAsync(r => r.ContributorId == contributor.Id && r.AccountId == account && r.Until == null))
            db.Add(new Representative { FundId = contributor.FundId, ContributorId = contributor.Id, AccountId = account, From = now });
        if (terms.EndRepresentative is { } ended && await db.Set<Representative>().SingleOrDefaultAsync(r => r.Id == ended && r.Until == null) is { } leaves)
            leaves.Until = now;
        return null;
    }
}

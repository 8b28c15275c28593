using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>
/// From now on its years count as promised. What stood promised for the same years without a schedule goes down by as much:
/// the schedule says more precisely what was promised already.
/// </summary>
public sealed class ConfirmAgreement : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmAgreement;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    /// <summary>Who has an interest in the organisation does not say what it promised.</summary>
    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Agreement>().Where(a => a.Id == decision.Subject).Select(a => a.ContributorId).ToListAsync();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var agreement = await Schedules.Whole(db).Include(a => a.Contributor.Party).SingleAsync(a => a.Id == decision.Subject);
        List<string> sentences = [words["agreement.explain", agreement.Contributor.Party.Name, agreement.Form, agreement.Promised]];
        sentences.AddRange(AgreementWords.Terms(agreement, words));
        sentences.AddRange(agreement.Instalments.GroupBy(i => i.Year).OrderBy(y => y.Key).Select(y => words["agreement.explain.year", y.Key.ToString(CultureInfo.InvariantCulture),
            y.Aggregate(Cents.Zero, (sum, i) => sum + i.Amount), words.Count("agreement.instalments", y.Count()), words.Day(y.Min(i => i.DueOn))]));
        sentences.Add(words["agreement.explain.loose"]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Agreement>().Include(a => a.Instalments).SingleOrDefaultAsync(a => a.Id == decision.Subject) is not { } agreement) return new NotFoundHere();
        agreement.ConfirmedAt = now;
        foreach (var year in agreement.Instalments.GroupBy(i => i.Year).OrderBy(y => y.Key))
        {
            var amount = year.Aggregate(Cents.Zero, (sum, i) => sum + i.Amount);
            if (await db.Set<Pledge>().SingleOrDefaultAsync(p => p.ContributorId == agreement.ContributorId && p.Year == year.Key && p.AgreementId == null) is { } loose && loose.Amount > Cents.Zero)
                db.Add(loose.Becomes(loose.Amount - Cents.Min(loose.Amount, amount), PledgeReason.Scheduled, now));
            var pledge = new Pledge
            {
                FundId = agreement.FundId, ContributorId = agreement.ContributorId, AgreementId = agreement.Id, Year = year.Key, EnteredAt = agreement.EnteredAt, ConfirmedAt = now,
            };
            db.AddRange(pledge, pledge.Becomes(amount, PledgeReason.Scheduled, now));
        }
        return null;
    }
}

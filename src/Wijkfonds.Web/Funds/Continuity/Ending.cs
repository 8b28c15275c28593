using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Continuity;

/// <summary>Something whose last year lies in the picture.</summary>
/// <param name="Amount">What it is in that last year; null where it is no amount.</param>
public sealed record Ending(int Year, string What, string? Path, Cents? Amount)
{
    /// <summary>By year; within one as they are told: agreements, other promises, earmarks, the council, plans.</summary>
    public static async Task<IReadOnlyList<Ending>> Of(WijkfondsContext db, Guid fund, DateOnly today, Outlook outlook, Words words)
    {
        var endings = new List<Ending>();
        foreach (var (number, schedule) in (await Schedules.All(db, fund, today)).OrderBy(s => s.Key))
            foreach (var agreement in schedule.Terms.Where(t => t.Amount > Cents.Zero).GroupBy(t => t.Agreement.Number).OrderBy(g => g.Key))
            {
                var last = agreement.Max(t => t.Instalment.Year);
                endings.Add(new(last, agreement.First().Agreement is { Earmark: { } earmark } bound ? words["ahead.end.agreement.bound", NameOf(outlook, number), bound.Form, earmark.Name] : words["ahead.end.agreement", NameOf(outlook, number), agreement.First().Agreement.Form], Here("/bijdragers/{0}/toezeggingen/{1}", number, agreement.Key),
                    Sum(agreement.Where(t => t.Instalment.Year == last).Select(t => t.Amount))));
            }
        foreach (var loose in (await db.Set<Pledge>().AsNoTracking().Where(p => p.FundId == fund && p.ConfirmedAt != null && p.AgreementId == null && p.Amount.Value > 0)
            .Join(db.Set<Contributor>(), p => p.ContributorId, c => c.Id, (p, c) => new { p.Year, p.Amount, c.Number }).ToListAsync()).GroupBy(p => p.Number).OrderBy(g => g.Key))
            endings.Add(new(loose.Max(p => p.Year), words["ahead.end.loose", NameOf(outlook, loose.Key)], Here("/bijdragers/{0}", loose.Key), loose.MaxBy(p => p.Year)!.Amount));
        endings.AddRange((await db.Set<Earmark>().AsNoTracking().Include(e => e.Contributor.Party).Where(e => e.FundId == fund && e.ConfirmedAt != null && e.LastYear != null)
            .OrderBy(e => e.Contributor.Number).ThenBy(e => e.Number).ToListAsync())
            .Select(e => new Ending(e.LastYear!.Value, words["ahead.end.earmark", e.Name, e.Contributor.Party.Name], Here("/bijdragers/{0}/oormerken/{1}", e.Contributor.Number, e.Number), null)));
        if (outlook.Givers.Any(g => g.Kind == ContributorKind.Municipality))
            endings.Add(new(outlook.CouncilUntil, words["ahead.end.council"], null, outlook.OfMunicipality(outlook.CouncilUntil - outlook.First)));
        endings.AddRange(outlook.Waiting.GroupBy(w => w.Row.Award.Proposal).OrderBy(g => g.Key.Number).Select(plan => plan.MaxBy(w => w.Row.Year)!.Row).Select(row => new Ending(row.Year,
            words["ahead.end.plan", words["entry.Plan", row.Award.Proposal.Number ?? 0, row.Award.Proposal.Title]], Here("/rondes/{0}/plannen/{1}", row.Award.Proposal.Round.Number, row.Award.Proposal.Number ?? 0), row.Amount)));
        return [.. endings.Where(e => e.Year >= outlook.First && e.Year < outlook.First + Outlook.Ahead).OrderBy(e => e.Year)];
    }

    private static string NameOf(Outlook outlook, int giver) => outlook.Givers.FirstOrDefault(g => g.Number == giver)?.Name ?? "";

    private static string Here(string path, params object[] numbers) => string.Format(CultureInfo.InvariantCulture, path, numbers);

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}

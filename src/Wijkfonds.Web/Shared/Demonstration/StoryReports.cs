using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Money is paid in parts, and teams tell what they did with it.</summary>
public sealed partial class Story
{
    /// <summary>What becomes of the plans that won: most are finished, one is late; the last has got nothing yet.</summary>
    private async Task PayOut(DateTimeOffset at)
    {
        var acts = new List<(DateTimeOffset At, Func<DateTimeOffset, Task> Do)>();
        var (finished, _, late) = await Fates();
        for (var i = 0; i < finished.Count; i++)
        {
            var award = finished[i];
            var parts = award.Parts.Count;
            for (var part = 0; part < parts; part++)
            {
                var begun = at.AddDays(9 * i + 16 * part);
                var last = part == parts - 1;
                acts.Add((begun, when => PayNext(award, when)));
                acts.Add((begun.AddDays(11), when => Tell(award, when)));
                acts.Add((begun.AddDays(13), when => AcceptReport(award, last, when)));
                if (last) acts.Add((begun.AddDays(19), when => Close(award, when)));
            }
        }
        if (late is not null) acts.Add((today.AddDays(-104), when => PayNext(late, when)));
        // Now and then one file for the bank, and its list read in some days later.
        foreach (var day in new[] { at.AddDays(30), today.AddDays(-100) })
        {
            acts.Add((day, Export));
            acts.Add((day.AddDays(4), when => ReadBank(when, new BankEvent(Day(when.AddDays(-1)), -9_90, "", "", "Kosten zakelijk betalingsverkeer", Code: "ACMT/MDOP/CHRG"))));
        }
        foreach (var (when, act) in acts.OrderBy(a => a.At)) await act(when);
    }

    /// <summary>Lately: the visitor's own plan got its first part, and another team's report waits for a member.</summary>
    private async Task PayLater(DateTimeOffset at)
    {
        foreach (var award in (await Fates()).Going)
        {
            await PayNext(award, at);
            at = at.AddHours(3);
        }
    }

    /// <summary>The plan that had nothing yet gets its first part: released, and not taken to the bank yet.</summary>
    private async Task PayRest(DateTimeOffset at)
    {
        await using var db = database.Open(fund.Id);
        await PayNext(await db.Set<Award>().AsNoTracking().Include(a => a.Proposal).OrderByDescending(a => a.Number).FirstAsync(), at);
    }

    private async Task TellLately(DateTimeOffset at)
    {
        if ((await Fates()).Going.FirstOrDefault(a => a.Proposal.AccountId != people[Players.Resident.Key].Id) is { } waiting) await Tell(waiting, at);
    }

    private async Task<(List<Award> Finished, List<Award> Going, Award? Late)> Fates()
    {
        await using var db = database.Open(fund.Id);
        var awards = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal).Include(a => a.Parts).OrderBy(a => a.Number).ToListAsync();
        var mine = awards.Where(a => a.Proposal.AccountId == people[Players.Resident.Key].Id).ToList();
        var others = awards.Except(mine).SkipLast(1).ToList();
        return ([.. others.Skip(2)], [.. mine, .. others.Take(1)], others.Skip(1).FirstOrDefault());
    }

    private async Task PayNext(Award award, DateTimeOffset at)
    {
        await using (var db = database.Open(fund.Id))
        {
            var standing = (await Standing.Of(db, award.Number))!;
            var (payee, iban) = Payees[award.Number % Payees.Length];
            var form = new PaymentForm(Text(award.Number), standing.Payable.ToFile(), payee, iban, false, false, null,
                $"Deel {standing.Parts.Count(p => p.State == PartState.Accepted) + 1} van {standing.Parts.Count}");
            await Do(at, async write => await Get<PreparePayment>().New(write, await As(write, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), form));
        }
        await AgreeAll(at.AddHours(5), Players.Member, DecisionKind.ReleasePayment);
    }

    private async Task Tell(Award award, DateTimeOffset at)
    {
        await using var db = database.Open(fund.Id);
        var part = (await Standing.Of(db, award.Number))!.Wanted!.Part;
        var plan = plans.Single(p => p.Title == award.Proposal.Title && p.Round == 1);
        Brought[] files = [await Bring(Drawing.Street(award.Number, plan.Made), FileUse.Photo), await Bring(Drawing.Receipt(award.Number + part.Number), FileUse.Receipt)];
        await Do(at, async write => await Reporting.Send(write, await Viewer.Of(award.Proposal.AccountId, write, at, secondFactor: false), at, award.Number,
            new ReportForm(Text(part.Number), plan.Told, true), files));
    }

    private async Task AcceptReport(Award award, bool publish, DateTimeOffset at)
    {
        await using var db = database.Open(fund.Id);
        var part = (await Standing.Of(db, award.Number))!.Parts.Single(p => p.State == PartState.Sent).Part.Number;
        await Do(at, async write => await Get<Answering>().Accept(write, await As(write, Players.Second, at), at, fund, award.Number, part, publish, "Dank jullie wel!"));
    }

    private async Task Close(Award award, DateTimeOffset at)
    {
        await Do(at, async db => await Get<ProposingChange>().Propose(db, await As(db, Players.Treasurer, at), at, fund, award.Number, new("afsluiten", null, null, "Alles is gedaan, en elk verslag is gelezen.")));
        await AgreeAll(at.AddHours(3), Players.Second, DecisionKind.CloseAward);
    }

    private async Task<Brought> Bring(byte[] drawn, FileUse use)
    {
        var upload = Upload.Read(drawn, "").Value!;
        return new Brought(upload, await Get<FileStore>().Keep(upload.Content), use, "");
    }
}

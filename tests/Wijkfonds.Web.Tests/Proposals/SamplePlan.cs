using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

/// <summary>A round and plans without a database, for rules; and whole drafts in a neighbourhood, for journeys.</summary>
internal static class SamplePlan
{
    private static readonly DateTimeOffset Opens = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static Round Round(params RoundActKind[] acts)
    {
        var fund = Guid.CreateVersion7();
        var round = new Round
        {
            FundId = fund, Number = 1, Name = "Ronde 1", BallotType = BallotType.Approval, MaximumChoices = 3, Rule = CountingRule.Greedy,
            PlanMinimum = Cents.Euros(100), PlanMaximum = Cents.Euros(5_000), CreatedAt = Opens.AddDays(-9),
            SubmissionOpens = Deadline.At(Opens, "Europe/Amsterdam"), SubmissionCloses = Deadline.At(Opens.AddDays(28), "Europe/Amsterdam"),
            VotingOpens = Deadline.At(Opens.AddDays(49), "Europe/Amsterdam"), VotingCloses = Deadline.At(Opens.AddDays(63), "Europe/Amsterdam"),
        };
        round.Sections.Add(new Section { FundId = fund, Number = 1, Name = "Groen", Budget = Cents.Euros(3_000) });
        round.Sections.Add(new Section { FundId = fund, Number = 2, Name = "Samen", Budget = Cents.Euros(40_000) });
        round.Themes.Add(new Theme { FundId = fund, Number = 1, Name = "Jeugd" });
        foreach (var kind in acts.Prepend(RoundActKind.Approved))
            round.Acts.Add(new RoundAct { FundId = fund, Kind = kind, At = Opens.AddDays(-7) });
        return round;
    }

    /// <summary>A whole plan in the second section that asks this much, with these acts.</summary>
    public static Proposal In(Round round, long euros = 1_200, params ProposalActKind[] acts)
    {
        var plan = Whole(round, "Regentonnen", euros, Guid.CreateVersion7(), Opens);
        if (acts.Length > 0) plan.Number = 1;
        foreach (var kind in acts) plan.Acts.Add(plan.Next(kind, Opens.AddDays(plan.Acts.Count)));
        return plan;
    }

    /// <summary>A draft that lacks nothing, as its maker left it.</summary>
    public static async Task<Proposal> WithDraft(this Neighbourhood n, Round round, string title = "Regentonnen", long euros = 1_200, Account? by = null)
    {
        var plan = Whole(round, title, euros, (by ?? n.Resident).Id, n.Site.Clock.Now);
        plan.Revision = 1;
        await n.Site.Given(plan);
        return plan;
    }

    /// <summary>A plan that went through the form's last step.</summary>
    public static async Task<Proposal> WithSubmitted(this Neighbourhood n, Round round, string title = "Regentonnen", long euros = 1_200, Account? by = null)
    {
        var draft = await n.WithDraft(round, title, euros, by);
        var maker = await n.As(by ?? n.Resident).Go($"/mijn/plannen/{draft.Handle}/5");
        await maker.Press("Plan insturen");
        Assert.StartsWith($"/rondes/{round.Number}/plannen/", maker.Path, StringComparison.Ordinal);
        return await n.Stored(draft);
    }

    public static async Task<Proposal> Stored(this Neighbourhood n, Proposal plan)
    {
        await using var db = n.Open();
        return await db.Whole().AsNoTracking().SingleAsync(p => p.Id == plan.Id);
    }

    private static Proposal Whole(Round round, string title, long euros, Guid maker, DateTimeOffset at)
    {
        var plan = new Proposal
        {
            FundId = round.FundId, RoundId = round.Id, AccountId = maker, Title = title, Summary = "Regen opvangen in de straat.",
            Story = "We zetten tonnen bij de huizen.", Place = "Lijsterstraat", Team = "Buren van de Lijsterstraat", OwnPart = "Wij graven zelf.",
            SectionId = round.Sections[^1].Id, ThemeId = round.Themes[0].Id, CreatedAt = at, SavedAt = at,
        };
        plan.SetCosts([new PlanCost("Tonnen", Cents.Euros(euros).Value)]);
        return plan;
    }
}

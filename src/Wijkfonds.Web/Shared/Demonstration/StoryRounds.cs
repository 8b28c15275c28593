using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Proposals.Writing;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>A plan of plans.json. Told and Made are for those that win: what their team tells later, and what is seen on its picture.</summary>
internal sealed record ToldPlan(int Round, int Section, int Theme, string Title, string Summary, string Story, string Place, string Own, string Team,
    JsonElement[][] Costs, int Votes = 0, string Told = "", Made Made = Made.Trees);

/// <summary>Rounds are made, plans sent in, reviewed, and put on a ballot.</summary>
public sealed partial class Story
{
    private static readonly string[] Themes = ["Groen en buiten", "Ontmoeten en leren", "Zorg en gezondheid"];

    private readonly IReadOnlyList<ToldPlan> plans = JsonSerializer.Deserialize<List<ToldPlan>>(
        typeof(Story).Assembly.GetManifestResourceStream("demonstration/plans.json")!, JsonSerializerOptions.Web)!;

    /// <param name="days">Submission opens and closes, voting opens and closes: days from today.</param>
    private async Task<Round> Open(int number, string name, BallotType ballot, CountingRule rule, (int, int, int, int) days, params (string Name, int Euros)[] sections)
    {
        var made = today.AddDays(days.Item1 - 9);
        var round = new Round
        {
            FundId = fund.Id, Number = number, Name = name, BallotType = ballot, MaximumChoices = ballot == BallotType.Approval ? 4 : 0, Rule = rule,
            PlanMinimum = Cents.Euros(500), PlanMaximum = Cents.Euros(24_000), AgeToPropose = 12, AgeToVote = 12, CreatedAt = made,
            SubmissionOpens = Day(days.Item1, 9), SubmissionCloses = Day(days.Item2, 20), VotingOpens = Day(days.Item3, 9), VotingCloses = Day(days.Item4, 20),
        };
        foreach (var (section, euros) in sections)
            round.Sections.Add(new Section { FundId = fund.Id, Number = round.Sections.Count + 1, Name = section, Budget = Cents.Euros(euros) });
        if (number is 1 or 3) OnlyAtComplexes(round);
        foreach (var theme in Themes) round.Themes.Add(new Theme { FundId = fund.Id, Number = round.Themes.Count + 1, Name = theme });
        await Do(made, db =>
        {
            db.Add(round);
            return Task.FromResult<Outcome<Done>>(Done.It);
        });
        var decision = await Do(made, async db => await ApprovingRound.Propose(db, Get<Deciding>(), await As(db, Players.Member, made), made, number));
        await Agree(made.AddDays(2), decision, Players.Second);
        return round;
    }

    /// <summary>Everybody who has a plan for this round writes it and sends it in, one a day.</summary>
    private async Task SendIn(Round round, Func<int, bool> isDraft)
    {
        var at = round.SubmissionOpens.Instant.AddHours(3);
        var told = plans.Where(p => p.Round == round.Number).ToList();
        for (var i = 0; i < told.Count; i++, at = at.AddHours(7))
        {
            var (plan, maker) = (told[i], people[i == 0 ? Players.Resident.Key : Maker(i)].Id);
            var when = at < today ? at : today.AddMinutes(i - told.Count);
            var started = await Do(when, db => Drafting.Start(db, maker, round.Number, when));
            for (var step = 1; step <= 4; step++)
                await Do(when, db => Drafting.Save(db, maker, started.Handle, step, Form(plan, step - 1), when));
            if (!isDraft(i)) await Do(when, db => Get<Submission>().Submit(db, maker, started.Handle, Form(plan, 4), when));
        }
    }

    /// <summary>Two members admit every plan of the round, except where one is asked to change or refused.</summary>
    private async Task Review(Round round, DateTimeOffset at, int upTo = int.MaxValue)
    {
        await using var db = database.Open(fund.Id);
        var sent = await db.Set<Proposal>().AsNoTracking().Where(p => p.RoundId == round.Id && p.Number != null).OrderBy(p => p.Number).Select(p => p.Number!.Value).ToListAsync();
        foreach (var number in sent.Take(upTo))
        {
            await Propose(round, number, at, new ReviewTerms(ReviewOutcome.Admit, ReviewReason.None, "", 1));
            await AgreeAll(at.AddHours(1), Players.Second, DecisionKind.ReviewProposal);
        }
    }

    private Task<Decision> Propose(Round round, int number, DateTimeOffset at, ReviewTerms terms) =>
        Do(at, async db => await Get<ReviewProposing>().Propose(db, await As(db, Players.Member, at), round.Number, number, terms, at));

    private static PlanForm Form(ToldPlan plan, int revision) => new()
    {
        Revision = Text(revision), Title = plan.Title, Summary = plan.Summary, Story = plan.Story, Place = plan.Place, Where = plan.Place.Length == 0 ? "wijk" : "plek",
        Section = Text(plan.Section), Theme = Text(plan.Theme), OwnPart = plan.Own, Team = plan.Team,
        What = [.. plan.Costs.Select(c => c[0].GetString())], Amount = [.. plan.Costs.Select(c => Text(c[1].GetInt32()))],
    };

    private static string Maker(int number) => $"maker-{number % Makers}";

    /// <summary>A whole hour on a day counted from today, in the fund's own time.</summary>
    private Deadline Day(int days, int hour)
    {
        var day = today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Deadline.Read(string.Create(CultureInfo.InvariantCulture, $"{day}T{hour:00}:00"), fund.Zone, "").Value!;
    }
}

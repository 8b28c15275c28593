using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Rounds;

/// <summary>A round that keeps every limit, without a database: tests of rules change one thing in it.</summary>
internal static class SampleRound
{
    public const string Zone = "Europe/Amsterdam";

    public static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    public static Round Draft()
    {
        var round = new Round
        {
            FundId = Guid.NewGuid(), Number = 3, Name = "Voorjaar 2027", BallotType = BallotType.Approval, MaximumChoices = 3, Rule = CountingRule.Greedy,
            PlanMinimum = Cents.Euros(100), PlanMaximum = Cents.Euros(5_000), CreatedAt = Now,
            SubmissionOpens = Local("2027-01-18T09:00"), SubmissionCloses = Local("2027-02-15T20:00"),
            VotingOpens = Local("2027-03-08T09:00"), VotingCloses = Local("2027-03-22T20:00"),
        };
        round.Sections.Add(new Section { FundId = round.FundId, Number = 1, Name = "Groen", Budget = Cents.Euros(30_000) });
        round.Sections.Add(new Section { FundId = round.FundId, Number = 2, Name = "Ontmoeten", Budget = Cents.Euros(20_000) });
        round.Themes.Add(new Theme { FundId = round.FundId, Number = 1, Name = "Jeugd" });
        return round;
    }

    public static Deadline Local(string time) => Deadline.Read(time, Zone, "time").Value!;

    public static RoundAct Act(Round round, RoundActKind kind, DateTimeOffset at) => new() { FundId = round.FundId, Kind = kind, At = at };
}

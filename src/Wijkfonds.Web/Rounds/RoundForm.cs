using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>A round as it stands in the form: what was typed, kept as typed until it makes a round.</summary>
public sealed class RoundForm
{
    public const int LongestName = 80;

    public string? Name { get; set; }
    public List<SectionRow> Sections { get; set; } = [];
    /// <summary>One a line.</summary>
    public string? Themes { get; set; }
    public string? Minimum { get; set; }
    public string? Maximum { get; set; }
    public BallotType Ballot { get; set; }
    public string? MaximumChoices { get; set; }
    public CountingRule Rule { get; set; } = CountingRules.Default;
    /// <summary>Whole euros.</summary>
    public string? Step { get; set; }
    public string? AgeToPropose { get; set; }
    public string? AgeToVote { get; set; }
    public string? SubmissionOpens { get; set; }
    public string? SubmissionCloses { get; set; }
    public string? VotingOpens { get; set; }
    public string? VotingCloses { get; set; }
    /// <summary>The draft that this form was made from: who saved meanwhile is not overwritten.</summary>
    public string? Seen { get; set; }

    /// <summary>A start that needs little: ages, amounts and a timetable of ten weeks from two weeks on.</summary>
    public static RoundForm Blank(DateTimeOffset now, string zone) => new()
    {
        Sections = [new SectionRow()], Minimum = "100", Maximum = "5.000", MaximumChoices = "3", Step = "1", AgeToPropose = "12", AgeToVote = "12",
        SubmissionOpens = Day(now, zone, 14, "09:00"), SubmissionCloses = Day(now, zone, 42, "20:00"),
        VotingOpens = Day(now, zone, 63, "09:00"), VotingCloses = Day(now, zone, 77, "20:00"),
    };

    public static RoundForm Of(Round round) => new()
    {
        Name = round.Name, Themes = string.Join('\n', round.Themes.OrderBy(t => t.Number).Select(t => t.Name)),
        Sections = [.. round.Sections.OrderBy(s => s.Number).Select(s => new SectionRow { Name = s.Name, Budget = s.Budget.ToForm(), Themes = s.OnlyThemes, Area = s.Area, Complexes = s.Complexes, TargetGroup = s.TargetGroup })],
        Minimum = round.PlanMinimum.ToForm(), Maximum = round.PlanMaximum.ToForm(), Ballot = round.BallotType,
        MaximumChoices = round.BallotType == BallotType.Approval ? $"{round.MaximumChoices}" : "3",
        Rule = round.Rule, Step = $"{round.RuleStep}", AgeToPropose = $"{round.AgeToPropose}", AgeToVote = $"{round.AgeToVote}",
        SubmissionOpens = round.SubmissionOpens.Local, SubmissionCloses = round.SubmissionCloses.Local,
        VotingOpens = round.VotingOpens.Local, VotingCloses = round.VotingCloses.Local, Seen = RoundRules.TermsHash(round),
    };

    /// <summary>A round with nothing in it yet, to be filled by <see cref="Into"/>.</summary>
    public static Round Start(Guid fund, int number, DateTimeOffset now, string zone)
    {
        var placeholder = Deadline.At(now, zone);
        return new Round
        {
            FundId = fund, Number = number, Name = "", BallotType = BallotType.Approval, Rule = CountingRules.Default, PlanMinimum = Cents.Zero,
            PlanMaximum = Cents.Zero, SubmissionOpens = placeholder, SubmissionCloses = placeholder, VotingOpens = placeholder,
            VotingCloses = placeholder, CreatedAt = now,
        };
    }

    /// <summary>Writes what was typed into the round; what cannot be read at all is refused here, the rest by <see cref="RoundLimits"/>.</summary>
    public Refusal? Into(Round round, string zone)
    {
        var name = Typed.Line(Name, "Form.Name", LongestName);
        if (name.Refused) return name.Refusal;
        round.Name = name.Value;
        if (WriteSections(round) is { } sections) return sections;
        if (WriteThemes(round) is { } themes) return themes;
        if (Cents.Read(Minimum) is not { } minimum) return new Missing("Form.Minimum", "Round.Minimum");
        if (Cents.Read(Maximum) is not { } maximum) return new Missing("Form.Maximum", "Round.Maximum");
        (round.PlanMinimum, round.PlanMaximum) = (minimum, maximum);
        round.BallotType = Enum.IsDefined(Ballot) ? Ballot : BallotType.Approval;
        round.MaximumChoices = round.BallotType == BallotType.Approval ? Whole(MaximumChoices) : 0;
        round.Rule = Enum.IsDefined(Rule) ? Rule : CountingRules.Default;
        round.RuleStep = round.Rule.HasStep() ? Whole(Step) : 1;
        (round.AgeToPropose, round.AgeToVote) = (Whole(AgeToPropose), Whole(AgeToVote));
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            var deadline = Deadline.Read(this[kind], zone, $"Form.{kind}");
            if (deadline.Refused) return deadline.Refusal;
            round.Move(kind, deadline.Value);
        }
        return null;
    }

    /// <summary>The step as far as it can be read, for the explanation beside it.</summary>
    public int ReadStep => Whole(Step) is var step and > 0 and <= CountingRules.MostStep ? step : 1;

    public string? this[DeadlineKind kind] => kind switch
    {
        DeadlineKind.SubmissionOpens => SubmissionOpens,
        DeadlineKind.SubmissionCloses => SubmissionCloses,
        DeadlineKind.VotingOpens => VotingOpens,
        _ => VotingCloses,
    };

    private Refusal? WriteSections(Round round)
    {
        var rows = Sections.Where(s => !s.IsEmpty).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var name = Typed.Line(rows[i].Name, "Form.Sections", LongestName);
            if (name.Refused) return name.Refusal;
            if (Cents.Read(rows[i].Budget ?? "0") is not { } budget) return new Missing("Form.Sections", "Section.Budget");
            if (i < round.Sections.Count) (round.Sections[i].Name, round.Sections[i].Budget) = (name.Value, budget);
            else round.Sections.Add(new Section { FundId = round.FundId, RoundId = round.Id, Number = i + 1, Name = name.Value, Budget = budget });
            if (rows[i].Into(round.Sections[i]) is { } limits) return limits;
        }
        round.Sections.RemoveRange(rows.Count, round.Sections.Count - rows.Count);
        return null;
    }

    private Refusal? WriteThemes(Round round)
    {
        var lines = (Themes ?? "").Split('\n').Select(line => Typed.Line(line, "Form.Themes", LongestName)).ToList();
        if (lines.FirstOrDefault(line => line.Refused) is { Refusal: { } refusal }) return refusal;
        var names = lines.Select(line => line.Value!).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (i < round.Themes.Count) round.Themes[i].Name = names[i];
            else round.Themes.Add(new Theme { FundId = round.FundId, RoundId = round.Id, Number = i + 1, Name = names[i] });
        }
        round.Themes.RemoveRange(names.Count, round.Themes.Count - names.Count);
        return null;
    }

    private static int Whole(string? typed) =>
        int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Day(DateTimeOffset now, string zone, int days, string time) => Deadline.At(now.AddDays(days), zone).Local[..11] + time;
}

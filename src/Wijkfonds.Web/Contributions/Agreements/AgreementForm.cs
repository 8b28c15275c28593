using System.Globalization;
using System.Text.RegularExpressions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>What the treasurer typed about an agreement: either the figures from which a schedule follows, or the schedule itself.</summary>
public sealed partial class AgreementForm
{
    public string? Legal { get; set; }
    public string? Reference { get; set; }
    public string? Conditions { get; set; }
    public string? ReportBy { get; set; }
    public string? FirstYear { get; set; }
    public string? Years { get; set; }
    public string? Amount { get; set; }
    public string? Indexation { get; set; }
    public string? PerYear { get; set; }
    public string? Start { get; set; }
    public string? Notice { get; set; }
    /// <summary>The number of the earmark that binds all of it; empty is unbound.</summary>
    public string? Earmark { get; set; }
    /// <summary>One instalment a line: day and amount. Where it is filled in, the figures are not needed.</summary>
    public string? Schedule { get; set; }

    public static AgreementForm Blank(DateOnly today) => new()
    {
        FirstYear = Text(today.Year), Years = "4", PerYear = "1", Notice = "6", Indexation = "",
        Start = new DateOnly(today.Year, 2, 1).AddYears(today.Month > 1 ? 1 : 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The schedule that follows from what was typed.</summary>
    public Outcome<PlannedTerms> Terms(DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(Schedule)) return Lines(today);
        if (Whole(FirstYear) is not { } first || first < today.Year - 1 || first > today.Year + PaymentPlan.MostYears) return new YearOutOfReach("FirstYear", today.Year - 1, today.Year + PaymentPlan.MostYears);
        if (Whole(Years) is not (>= 1 and <= PaymentPlan.MostYears and var years)) return new TooManyYears(PaymentPlan.MostYears);
        var amount = Typed.Amount(Amount, "Amount");
        if (amount.Refused) return amount.Refusal;
        if (amount.Value <= Cents.Zero) return new Missing("Amount", "AmountNotPositive");
        if (amount.Value > Book.Largest) return new Missing("Amount", "Agreement.TooLarge");
        if (Percent() is not { } indexation) return new Missing("Indexation", "Agreement.Indexation");
        if (Whole(PerYear) is not { } perYear || !PaymentPlan.PerYear.Contains(perYear)) return new Missing("PerYear", "Agreement.PerYear");
        if (Day(Start) is not { } start || start.Year < first - 1 || start.Year > first + 1) return new Missing("Start", "Agreement.Start");
        return new PlannedTerms(PaymentPlan.Terms(first, PaymentPlan.Years(amount.Value, years, indexation), start, perYear));
    }

    /// <summary>Hundredths of a percent; null where it cannot be read or is more than anybody agrees.</summary>
    public int? Percent() => string.IsNullOrWhiteSpace(Indexation) ? 0
        : decimal.TryParse(Indexation.Trim().TrimEnd('%').Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent * 100 is var hundredths && hundredths <= PaymentPlan.MostIndexation && hundredths == decimal.Floor(hundredths) ? (int)hundredths : null;

    private Outcome<PlannedTerms> Lines(DateOnly today)
    {
        var terms = new List<PlannedTerm>();
        var lines = Schedule!.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var match = Line().Match(lines[i].Trim());
            if (!match.Success || Day(match.Groups[1].Value) is not { } due || Cents.Read(match.Groups[2].Value) is not { } amount || amount <= Cents.Zero || amount > Book.Largest)
                return new ScheduleLineUnreadable(i + 1, lines[i].Trim().Length > 60 ? lines[i].Trim()[..60] + "…" : lines[i].Trim());
            if (due.Year < today.Year - 1 || due.Year > today.Year + PaymentPlan.MostYears) return new ScheduleLineOutOfReach(i + 1, due);
            terms.Add(new(due.Year, due, amount));
        }
        if (terms.Count > PaymentPlan.MostYears * 12) return new Missing("Schedule", "Agreement.TooManyLines");
        return new PlannedTerms([.. terms.OrderBy(t => t.DueOn)]);
    }

    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static int? Whole(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d[\d/-]{5,9})[\s;]+(.+)$")]
    private static partial Regex Line();
}

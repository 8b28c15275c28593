using System.Globalization;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>The terms of an agreement as sentences, each only where it says something.</summary>
public static class AgreementWords
{
    public static IEnumerable<string> Terms(Agreement agreement, Words words)
    {
        if (agreement.Reference.Length > 0) yield return words["agreement.term.reference", agreement.Reference];
        if (agreement.Earmark is { } earmark) yield return words["agreement.term.earmark", earmark.Number, earmark.Name];
        if (agreement.Indexation > 0) yield return words["agreement.term.indexation", Percent(agreement.Indexation)];
        if (agreement.NoticeMonths > 0) yield return words.Count("agreement.term.notice", agreement.NoticeMonths);
        if (agreement.ReportBy is { } day) yield return words["agreement.term.report", day];
        if (agreement.Conditions.Length > 0) yield return words["agreement.term.conditions", agreement.Conditions];
    }

    /// <summary>"2,5".</summary>
    public static string Percent(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.GetCultureInfo("nl-NL"));
}

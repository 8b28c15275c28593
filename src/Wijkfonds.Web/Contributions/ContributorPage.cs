using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the forms that enter and change an organisation have in common: who it is, promises per year, and a representative.</summary>
public abstract class ContributorPage : FundPage
{
    private const int YearsAsked = 4;

    [BindProperty(Name = "name")] public string? Name { get; set; }
    [BindProperty(Name = "kind")] public string? Kind { get; set; }
    [BindProperty(Name = "contact")] public string? Contact { get; set; }
    [BindProperty(Name = "email")] public string? Email { get; set; }
    [BindProperty(Name = "representative")] public string? Representative { get; set; }

    /// <summary>The years asked for, each with what was typed.</summary>
    public IReadOnlyList<(int Year, string? Amount)> Pledges { get; protected set; } = [];

    /// <summary>What is promised for those years now; empty for an organisation that is new.</summary>
    public IReadOnlyDictionary<int, YearPromise> Standing { get; protected set; } = new Dictionary<int, YearPromise>();

    /// <summary>What a year's field says of what stands; null where nothing does.</summary>
    public string? StandsFor(int year) => Standing.GetValueOrDefault(year, YearPromise.None) is var now && now.Scheduled > Cents.Zero
        ? T["contributor.pledge.beside", now.Loose, now.Scheduled] : now.Loose > Cents.Zero ? T["contributor.pledge.now", now.Loose] : null;

    protected async Task ReadPledges() => Pledges = [.. (await EnterContributor.Years(Db, Now, Fund.Id)).Take(YearsAsked)
        .Select(year => (year, Request.HasFormContentType ? Request.Form[$"pledge-{year}"].ToString() : null))];
}

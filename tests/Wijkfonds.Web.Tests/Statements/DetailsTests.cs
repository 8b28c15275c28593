using System.Text.Json;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Pdf;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>What a controller asks next: each deposit, for which rounds it is set aside, and the terms of what was promised.</summary>
public sealed class DetailsTests
{
    [Theory, EachDatabase]
    public async Task Each_deposit_each_round_and_what_is_overdue_stand_on_the_screen_on_paper_and_in_the_files(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var year = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime).Year + 1;
        Assert.Null(await n.WithAgreement(1, year, 2, 160_000));
        var before = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime).AddDays(-1);
        site.Clock.Advance(TimeSpan.FromDays(500));
        await n.WithMoney(40);
        await using var db = n.Open();
        var statement = (await Statement.Of(db, site.Clock.Now, 1, Period.Everything(DateOnly.FromDateTime(site.Clock.Now.UtcDateTime))))!;
        StatementFlowTests.DetailsAddUp(statement);
        Assert.Equal([Cents.Euros(150_000), Cents.Euros(30)], statement.Details.PaidIn.Select(p => p.Amount));
        var aside = Assert.Single(statement.Details.SetAside);
        Assert.Equal((round.Number, round.Name), (aside.Round, aside.Name));
        Assert.NotEmpty(Assert.Single(statement.Details.Agreements).Open);

        var page = await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht");
        var paper = new ReadPdf(await Get("pdf")).AllText.Replace('\n', ' ');
        foreach (var says in new[] { "Elke storting, met datum en kenmerk", "Waarvoor jullie geld aan het eind opzij staat", round.Name, "Toezegging 1: Gift", "moest daarvan nog" })
        {
            Assert.True(page.Sees(says), says);
            Assert.Contains(says, paper, StringComparison.Ordinal);
        }
        using var json = JsonDocument.Parse(await Get("json"));
        Assert.Equal(["150000.00", "30.00"], json.RootElement.GetProperty("deposits").EnumerateArray().Select(d => d.GetProperty("amount").GetString()));
        Assert.Equal(aside.Amount.Amount.ToFile(), json.RootElement.GetProperty("setAside")[0].GetProperty("amount").GetString());
        Assert.Equal("Gift", json.RootElement.GetProperty("agreements")[0].GetProperty("form").GetString());
        // Before it was agreed there was no agreement.
        Assert.Empty((await Statement.Of(db, site.Clock.Now, 1, new Period(null, new(2029, 12, 31), before)))!.Details.Agreements);

        Task<byte[]> Get(string ending) => n.As(n.ContributorRepresentative).Http.GetByteArrayAsync(new Uri(n.At($"/bijdragers/1/overzicht.{ending}"), UriKind.Relative));
    }
}

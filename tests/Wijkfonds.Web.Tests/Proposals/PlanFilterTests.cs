using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Reading;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class PlanFilterTests
{
    private static readonly PlanLine[] Plans =
    [
        Line(1, "Café voor taal", 2_400, PlanState.Admitted, theme: 2),
        Line(2, "Regentonnen", 1_200, PlanState.InReview),
        Line(3, "Huiswerkklas", 1_200, PlanState.Refused),
        Line(4, "Bankjes", 300, PlanState.Withdrawn),
    ];

    [Theory]
    [InlineData("cafe", null, null, null, "1")]
    [InlineData("TAAL cafe", null, null, null, "1")]
    [InlineData("2", null, null, null, "2")]
    [InlineData("lijsterstraat", null, null, null, "1 2 3")]
    [InlineData(null, "2", null, null, "1")]
    [InlineData(null, "rommel", null, null, "1 2 3")]
    [InlineData(null, null, "teruggetrokken", null, "4")]
    [InlineData(null, null, "onzin", null, "1 2 3")]
    [InlineData(null, null, null, "1.200", "2 3")]
    [InlineData(null, null, null, "geen getal", "1 2 3")]
    public void The_address_says_which_plans_are_shown(string? words, string? theme, string? state, string? most, string numbers) =>
        Assert.Equal(numbers, Numbers(PlanFilter.Read(words, theme, null, state, most, null)));

    [Theory]
    [InlineData("goedkoopste", "2 3 1")]
    [InlineData("duurste", "1 2 3")]
    [InlineData("nieuwste", "3 2 1")]
    [InlineData("titel", "1 3 2")]
    [InlineData("zomaar", "1 2 3")]
    public void Equal_plans_stand_by_number(string order, string numbers) =>
        Assert.Equal(numbers, Numbers(PlanFilter.Read(null, null, null, null, null, order)));

    private static string Numbers(PlanFilter filter) => string.Join(' ', filter.Of(Plans).Select(p => p.Number));

    private static PlanLine Line(int number, string title, long euros, PlanState state, int theme = 1) =>
        new(number, title, "", "Lijsterstraat", "", false, 1, theme, "Thema", Cents.Euros(euros), state);
}

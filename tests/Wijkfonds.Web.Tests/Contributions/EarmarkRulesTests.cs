using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

public sealed class EarmarkRulesTests
{
    private static readonly DateOnly Day = new(2027, 6, 1);
    private const string List = "postcode;huisnummer;toevoeging;complex;vanaf;tot\n7415 AB;12;a;Esdoornhof;;\n;;;Lindeplein;1-1-2026;31-12-2026\n7415ab;14;;Esdoornhof;2027-01-01;";

    [Fact]
    public void A_list_of_a_housing_corporation_is_read_and_what_is_wrong_is_said_by_line()
    {
        var (places, errors) = PlaceList.Read(default, List);
        Assert.Empty(errors);
        Assert.Equal([(2, "7415AB", 12), (3, "", null), (4, "7415AB", 14)], places.Select(p => (p.Line, p.Postcode, p.Number)));
        Assert.Equal(new DateOnly(2026, 12, 31), places[1].Until);
        (places, errors) = PlaceList.Read(default, "7415AB,12\n741 AB;12\n7415AB;12a\n;;;;;\n7415AB;9;;;31-2-2027\n7415AB;9;;;2-1-2027;1-1-2027\n7415AB;9");
        Assert.Equal([(2, "Postcode"), (3, "Number"), (4, "Nowhere"), (5, "Day"), (6, "Days")], errors.Select(e => (e.Line, e.What)));
        Assert.Equal([1, 7], places.Select(p => p.Line));
        // Letters that no postcode has.
        (places, errors) = PlaceList.Read(default, "7415SA;1\n7415 sd;2\n7415SS;3\n7415SB;4\n7415AS;5");
        Assert.Equal([(1, "Postcode"), (2, "Postcode"), (3, "Postcode")], errors.Select(e => (e.Line, e.What)));
        Assert.Equal(["7415SB", "7415AS"], places.Select(p => p.Postcode));
    }

    [Theory]
    [InlineData("Bij de Esdoornhof", null, true, FitReason.AtPlace)]
    [InlineData("Esdoornhof", null, true, FitReason.AtPlace)]
    [InlineData("7415 AB 14", null, true, FitReason.AtPlace)]
    [InlineData("Bij 7415ab, 14.", null, true, FitReason.AtPlace)]
    [InlineData("7415 AB 12-A", null, true, FitReason.AtPlace)]
    [InlineData("7415AB 12a", null, true, FitReason.AtPlace)]
    [InlineData("7415 AB 12", null, null, FitReason.PlaceUnclear)]
    [InlineData("7415 AB 12 bis", null, null, FitReason.PlaceUnclear)]
    [InlineData("7415 AB 16 bis", null, false, FitReason.OtherPlace)]
    [InlineData("7415 AB 14, de stoep", null, null, FitReason.PlaceUnclear)]
    [InlineData("7415 AB 16 tegenover de Esdoornhof", null, null, FitReason.PlaceUnclear)]
    [InlineData("Beekpark, tegenover de Esdoornhof", null, null, FitReason.PlaceUnclear)]
    [InlineData("Niet bij de Esdoornhof maar bij het zwembad", null, null, FitReason.PlaceUnclear)]
    [InlineData("Esdoornhof en 9999 ZZ 5", null, null, FitReason.PlaceUnclear)]
    [InlineData("7415 AB 14 en 9999 ZZ 5", null, null, FitReason.PlaceUnclear)]
    [InlineData("7415 AB 14 en 7415 AB 12 a", null, null, FitReason.PlaceUnclear)]
    [InlineData("7415 AB 16", null, false, FitReason.OtherPlace)]
    [InlineData("Bij de speeltuin", null, null, FitReason.PlaceUnclear)]
    [InlineData("Esdoornhofstraat", null, null, FitReason.PlaceUnclear)]
    [InlineData("Lindeplein", null, null, FitReason.PlaceUnclear)]
    [InlineData("", null, false, FitReason.WholeNeighbourhood)]
    [InlineData("Esdoornhof", "Zorg", false, FitReason.WrongTheme)]
    public void The_system_proposes_whether_a_plan_fits_with_its_reason(string place, string? theme, bool? fits, FitReason reason)
    {
        var earmark = Bound(themes: "Groen");
        var fit = EarmarkFit.Of(earmark, Plan(place, theme ?? "groen"), Day);
        Assert.Equal((fits, reason), (fit.Fits, fit.Reason));
    }

    [Theory]
    [InlineData("Beekpark, tegenover de Esdoornhof", true)]
    [InlineData("7415 AB 12 bis", true)]
    [InlineData("7415 AB 16", false)]
    public void A_ballot_that_was_frozen_when_a_place_was_read_more_widely_stays_as_it_was_judged(string place, bool fits) =>
        Assert.Equal(fits, EarmarkFit.Of(Bound(), Plan(place), Day, frozen: DateTimeOffset.UnixEpoch).Fits);

    [Fact]
    public void Years_groups_and_people_decide_where_a_program_cannot()
    {
        Assert.Equal(FitReason.WrongYear, EarmarkFit.Of(Bound(last: 2026), Plan("Esdoornhof"), Day).Reason);
        var group = EarmarkFit.Of(Bound(group: "kinderen"), Plan("Esdoornhof"), Day);
        Assert.Equal((null, FitReason.TargetGroup), (group.Fits, group.Reason));
        Assert.Equal((true, FitReason.Judged), group.With([Word(1, EarmarkWordKind.Fits)]) is var alone ? (alone.Fits, alone.Reason) : default);
        Assert.Null(group.With([Word(1, EarmarkWordKind.ProposedFits)]).Fits);
        Assert.Equal((true, FitReason.Agreed), group.With([Word(1, EarmarkWordKind.DoesNotFit), Word(2, EarmarkWordKind.ProposedFits), Word(3, EarmarkWordKind.AgreedFits)]) is var two ? (two.Fits, two.Reason) : default);
        Assert.False(group.With([Word(1, EarmarkWordKind.ProposedFits), Word(2, EarmarkWordKind.AgreedFits), Word(3, EarmarkWordKind.DoesNotFit)]).Fits);
        Assert.Equal(FitReason.Objected, group.With([Word(1, EarmarkWordKind.Objected), Word(2, EarmarkWordKind.Fits)]).Reason);
        Assert.True(group.With([Word(1, EarmarkWordKind.Objected), Word(2, EarmarkWordKind.Fits), Word(3, EarmarkWordKind.ObjectionWithdrawn)]).Fits);
        Assert.Equal((true, FitReason.WholeNeighbourhoodShare), EarmarkFit.Of(Bound(percent: 35), Plan(""), Day) is var share ? (share.Fits, share.Reason) : default);
    }

    [Fact]
    public void An_earmark_enters_a_section_only_if_every_plan_admissible_there_satisfies_it()
    {
        var section = new Section { FundId = default, Number = 1, Name = "Buiten", Budget = new(1_000_01) };
        Assert.Null(Admissible.Admits(section, Day, Bound(themes: "Groen")));
        section.OnlyThemes = "Groen\nJeugd";
        Assert.Null(Admissible.Admits(section, Day, Themed("Groen")));
        section.OnlyThemes = "groen";
        Assert.NotNull(Admissible.Admits(section, Day, Themed("Groen")));
        var places = Bound(themes: "Groen", percent: 35);
        Assert.Null(Admissible.Admits(section, Day, places));
        (section.Area, section.Complexes) = (SectionArea.Complexes, "Esdoornhof\nLindeplein");
        Assert.Null(Admissible.Admits(section, Day, places));
        section.Complexes = "Esdoornhof";
        Assert.Equal(new Admitted(places.Id), Admissible.Admits(section, Day, places));
        section.Area = SectionArea.WholeNeighbourhood;
        Assert.Equal(new Admitted(places.Id, new(350_00)), Admissible.Admits(section, Day, places));
        Assert.Null(Admissible.Admits(section, Day, Bound(themes: "Groen")));
        Assert.Null(Admissible.Admits(section, new(2031, 1, 1), Bound(themes: "Groen", percent: 35, last: 2030)));
    }

    private static Earmark Themed(string themes) => new() { FundId = default, ContributorId = default, Number = 1, Name = "x", EnteredAt = default, Themes = themes };

    private static Earmark Bound(string themes = "", string group = "", int percent = 0, int? last = null)
    {
        var earmark = new Earmark { FundId = default, ContributorId = default, Number = 1, Name = "x", EnteredAt = default, Themes = themes, TargetGroup = group, WholePercent = percent, LastYear = last };
        earmark.Places.AddRange(PlaceList.Read(default, List).Places);
        return earmark;
    }

    private static EarmarkWord Word(int order, EarmarkWordKind kind) => new() { FundId = default, EarmarkId = default, ProposalId = default, Order = order, Kind = kind, Reason = "x", AccountId = default, At = default };

    private static PlanText Plan(string place, string theme = "Groen") => new("Plan", "", "", place, place.Length == 0, 1, "Buiten", 1, theme, [], "", "");
}

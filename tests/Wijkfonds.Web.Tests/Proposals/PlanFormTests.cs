using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Writing;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class PlanFormTests
{
    [Fact]
    public void Amounts_are_read_as_people_write_them_and_empty_rows_are_left_out()
    {
        var round = SamplePlan.Round();
        var plan = SamplePlan.In(round);
        var form = new PlanForm { What = ["Tonnen", null, "Grind", "Koffie"], Amount = ["1.200", "", "€ 43,69", "12"] };
        Assert.Null(form.Into(plan, round, 3));
        Assert.Equal(["Tonnen 1200.00", "Grind 43.69", "Koffie 12.00"], plan.Costs.OrderBy(c => c.Position).Select(c => $"{c.What} {c.Amount}"));
        Assert.Equal(new Cents(1_255_69), plan.Asked);
    }

    [Theory]
    [InlineData("-50")]
    [InlineData("0")]
    [InlineData("veel")]
    [InlineData("1e9")]
    [InlineData("12,345")]
    [InlineData("99999999999999999999")]
    [InlineData(null)]
    public void An_amount_that_is_none_is_refused_at_its_line(string? typed)
    {
        var round = SamplePlan.Round();
        var form = new PlanForm { What = ["Tonnen", "Grind"], Amount = ["10", typed] };
        Assert.Equal(new AmountUnreadable(2), form.Into(SamplePlan.In(round), round, 3));
    }

    [Fact]
    public void An_amount_without_words_is_refused() =>
        Assert.Equal(new AmountWithoutWords(1), new PlanForm { What = [" "], Amount = ["10"] }.Into(SamplePlan.In(SamplePlan.Round()), SamplePlan.Round(), 3));

    [Fact]
    public void Five_hundred_cost_lines_are_refused()
    {
        var form = new PlanForm { What = [.. Enumerable.Repeat("Ton", 500)], Amount = [.. Enumerable.Repeat("1", 500)] };
        Assert.Equal(new TooManyCostLines(PlanLimits.CostLines, 500), form.Into(SamplePlan.In(SamplePlan.Round()), SamplePlan.Round(), 3));
    }

    [Fact]
    public void The_largest_amounts_of_all_lines_together_still_fit()
    {
        var plan = SamplePlan.In(SamplePlan.Round());
        var form = new PlanForm { What = [.. Enumerable.Repeat("Ton", PlanLimits.CostLines)], Amount = [.. Enumerable.Repeat("999999999999", PlanLimits.CostLines)] };
        Assert.Null(form.Into(plan, SamplePlan.Round(), 3));
        Assert.True(plan.Asked.Value > 0);
    }

    [Fact]
    public void Text_that_is_too_long_is_refused_with_its_length()
    {
        var form = new PlanForm { Title = new string('a', 10_000) };
        Assert.Equal(new PlanWordsTooLong("Title", PlanLimits.Title, 10_000), form.Into(SamplePlan.In(SamplePlan.Round()), SamplePlan.Round(), 1));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("0199c8a0-0000-7000-8000-000000000000")]
    public void A_section_of_elsewhere_is_refused(string typed) =>
        Assert.Equal(new Missing("Section", "Plan.Section"), new PlanForm { Section = typed }.Into(SamplePlan.In(SamplePlan.Round()), SamplePlan.Round(), 2));

    [Fact]
    public void Control_characters_and_line_breaks_do_not_get_into_a_title()
    {
        var plan = SamplePlan.In(SamplePlan.Round());
        Assert.Null(new PlanForm { Title = "Ton\r\nBcc: a@b\0\u0007 nen ", Summary = "x" }.Into(plan, SamplePlan.Round(), 1));
        Assert.Equal("Ton Bcc: a@b nen", plan.Title);
    }

    [Fact]
    public void The_whole_neighbourhood_has_no_place()
    {
        var plan = SamplePlan.In(SamplePlan.Round());
        Assert.Null(new PlanForm { Where = "wijk", Place = "Lijsterstraat 12" }.Into(plan, SamplePlan.Round(), 2));
        Assert.True(plan.WholeNeighbourhood);
        Assert.Equal("", plan.Place);
    }

    [Fact]
    public void Fewer_lines_than_before_take_the_last_rows_away()
    {
        var plan = SamplePlan.In(SamplePlan.Round());
        plan.SetCosts([new PlanCost("a", 1), new PlanCost("b", 2), new PlanCost("c", 3)]);
        plan.SetCosts([new PlanCost("c", 3)]);
        Assert.Equal("c", Assert.Single(plan.Costs).What);
    }
}

using System.Net;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

public sealed class WrongCodeTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Wrong_codes_of_one_client_are_limited_others_are_not_and_later_it_is_free_again()
    {
        var wrong = new WrongCodes();
        for (var i = 0; i < WrongCodes.PerClient; i++) Assert.IsType<MistypedCode>(wrong.Note("a", Noon, new MistypedCode()));
        Assert.Equal(new TooManyWrongCodes(10), wrong.Note("a", Noon, new MistypedCode()));
        Assert.IsType<MistypedCode>(wrong.Note("b", Noon, new MistypedCode()));
        Assert.IsType<MistypedCode>(wrong.Note("a", Noon + WrongCodes.Window, new MistypedCode()));
    }

    [Fact]
    public void All_together_are_limited_too()
    {
        var wrong = new WrongCodes();
        for (var i = 0; i < WrongCodes.Overall; i++) Assert.IsType<UnknownCode>(wrong.Note($"client {i}", Noon, new UnknownCode()));
        Assert.IsType<TooManyWrongCodes>(wrong.Note("one more", Noon, new UnknownCode()));
    }

    [Fact]
    public void A_household_with_IPv6_is_one_client()
    {
        Assert.Equal(ClientAddress.Of(IPAddress.Parse("2001:db8:1:2::3")), ClientAddress.Of(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(ClientAddress.Of(IPAddress.Parse("2001:db8:1:2::3")), ClientAddress.Of(IPAddress.Parse("2001:db8:1:3::3")));
        Assert.Equal(ClientAddress.Of(IPAddress.Parse("192.0.2.7")), ClientAddress.Of(IPAddress.Parse("::ffff:192.0.2.7")));
    }

    [Theory, EachDatabase]
    public async Task A_correct_code_always_passes_however_many_wrong_ones_came_before(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var code = (await n.CodesOf(round))[0].ToString();
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", code[..^2] + (code[^2] == '2' ? '3' : '2') + code[^1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, voter.Status);
        Assert.True(voter.Sees("Kijk hem teken voor teken na"));
        await voter.Press("Naar het stembiljet", ("code", VotingCode.Of(new byte[32], 9).ToString()));
        Assert.True(voter.Sees("hoort niet bij een stemming die nu open is"));
        for (var i = 0; i < WrongCodes.PerClient; i++) await voter.Press("Naar het stembiljet", ("code", "fout"));
        Assert.Equal(HttpStatusCode.TooManyRequests, voter.Status);
        Assert.True(voter.Sees("een goede code werkt altijd"));
        await voter.Press("Naar het stembiljet", ("code", code));
        Assert.Equal("/stembiljet", voter.Path);
    }

    [Fact]
    public async Task Before_and_after_voting_a_code_gets_the_date_and_keeps_working_for_later()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var voter = await n.Stranger.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", "wat dan ook"));
        Assert.True(voter.Sees("Er is nu geen stemming"));
        var round = await n.WithOpenVote();
        var code = (await n.CodesOf(round))[0].ToString();
        site.Clock.MoveTo(round.VotingOpens.Instant.AddMinutes(-1));
        await voter.Press("Naar het stembiljet", ("code", code));
        Assert.True(voter.Sees("Je kunt nog niet stemmen. Het begint " + site.Texts.In("nl").When(round.VotingOpens.Instant)));
        site.Clock.MoveTo(round.VotingCloses.Instant);
        await voter.Press("Naar het stembiljet", ("code", code));
        Assert.True(voter.Sees("Het stemmen is voorbij"));
        await n.WithSealedBox(round);
        await voter.Press("Naar het stembiljet", ("code", code));
        Assert.True(voter.Sees("Het stemmen is voorbij"));
    }

    /// <summary>As after a restore: back-ups never hold the keys of a box.</summary>
    [Fact]
    public async Task Without_the_key_folder_people_are_told_so_nothing_is_sealed_and_with_it_all_goes_on()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var (plans, codes) = (await n.PlanNumbers(round), await n.CodesOf(round));
        await n.WithBallots(round, [plans[0]]);
        var (keys, away) = (Path.Combine(site.DataPath, "keys", "ballots"), Path.Combine(site.DataPath, "away"));
        Directory.Move(keys, away);
        var voter = await n.Stranger.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", codes[5].ToString()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, voter.Status);
        Assert.True(voter.Sees("ontbreken de sleutels"));
        // The job says so too: it fails, and is tried again.
        Assert.Contains("sealing", (await Assert.ThrowsAsync<InvalidOperationException>(() => n.WithSealedBox(round))).Message, StringComparison.Ordinal);
        Assert.Empty(await n.SealedOf(round));
        Directory.Move(away, keys);
        await site.RunJobs();
        Assert.Equal([$"{plans[0]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Theory, EachDatabase]
    public async Task A_form_of_one_code_never_casts_for_another_code_typed_later_in_the_same_browser(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var (plans, codes) = (await n.PlanNumbers(round), await n.CodesOf(round));
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", codes[0].ToString()));
        await voter.Press("Verder: klopt dit?", ("plan", $"{plans[0]}"));
        var old = voter.Page;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", codes[1].ToString()));
        voter.Visitor.Back(old);
        await voter.Press("Stem in de bus doen");
        Assert.Equal(HttpStatusCode.Conflict, voter.Status);
        Assert.True(voter.Sees("een ander stembiljet geopend"));
        await n.WithSealedBox(round);
        Assert.Empty(await n.SealedOf(round));
    }

    [Theory, EachDatabase]
    public async Task Two_browsers_and_a_double_tap(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var (plans, code) = (await n.PlanNumbers(round), (await n.CodesOf(round))[0].ToString());
        var (phone, laptop) = (n.Stranger, n.Stranger);
        foreach (var (voter, plan) in new[] { (phone, plans[0]), (laptop, plans[1]) })
        {
            await voter.Go("/stemmen");
            await voter.Press("Naar het stembiljet", ("code", code));
            await voter.Press("Verder: klopt dit?", ("plan", $"{plan}"));
        }
        var last = phone.Page;
        await phone.Press("Stem in de bus doen");
        var receipt = phone.Page.QuerySelector(".receipt")!.TextContent;
        phone.Visitor.Back(last);
        await phone.Press("Stem in de bus doen");
        Assert.Equal(receipt, phone.Page.QuerySelector(".receipt")!.TextContent);
        await laptop.Press("Stem in de bus doen");
        Assert.Equal(HttpStatusCode.Conflict, laptop.Status);
        Assert.True(laptop.Sees("Er zit al een nieuwer stembiljet van deze code in de bus"));
        await n.WithSealedBox(round);
        Assert.Equal([$"{plans[0]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }
}

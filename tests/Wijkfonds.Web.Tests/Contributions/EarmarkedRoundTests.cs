using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>
/// One round with a corporation's bound money, from its promise to what flows back, as people press it. The amounts are
/// reckoned by hand: budget 1.000,10 of which 35 percent may be bound, and 1.500 at its homes; EUR 1.200,01 came in.
/// </summary>
public sealed class EarmarkedRoundTests
{
    [Theory, EachDatabase]
    public async Task From_the_promise_to_the_statement_every_cent_goes_where_its_giver_bound_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        await MoneyArrives(n);
        var round = await RoundIsMade(n);
        await PlansAreSentIn(n, round);
        await TheBallotIsMendedAndFrozen(n);
        await PeopleVote(n, round);
        await TheResultSaysWhatTheEarmarkDid(n);
        await TheAwardsTakeInProportion(n, round);
        await WhatIsLeftFlowsBack(n);
    }

    private static async Task MoneyArrives(Neighbourhood n)
    {
        var tineke = n.As(n.Treasurer);
        await (await tineke.Go("/bijdragers/2/oormerken/nieuw")).Press("Aan tweede lid voorleggen", ("Name", "Rond onze woningen"), ("Themes", "Groen"),
            ("Places", "postcode;huisnummer;toevoeging;complex\n7415AB;12;;Esdoornhof\n;;;Lindeplein"), ("WholePercent", "35"));
        Assert.False((await n.Second(DecisionKind.ConfirmEarmark)).Refused);
        await (await tineke.Go("/bijdragers/2/toezeggingen/nieuw")).Press("Aan tweede lid voorleggen", ("Legal", "Gift"), ("FirstYear", "2027"), ("Years", "1"), ("Amount", "1.200,01"),
            ("PerYear", "1"), ("Start", "2027-02-01"), ("Earmark", "1"), ("Reference", "Leefbaarheid"));
        Assert.False((await n.Second(DecisionKind.ConfirmAgreement)).Refused);
        foreach (var (giver, amount) in new[] { ("2", "1.200,01"), ("1", "3.000") })
        {
            await (await tineke.Go("/stortingen")).Press("Storting invoeren", ("contributor", giver), ("date", "2027-01-03"), ("amount", amount), ("reference", "Wijkfonds"));
            Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
        }
        await using var db = n.Open();
        Assert.Equal((120_001L, 0L, 300_000L), ((await Pot.Of(db, 2, 1)).Free.Value, (await Pot.Of(db, 2, 0)).Free.Value, (await Pot.Of(db, 1, 0)).Free.Value));
    }

    private static async Task<Round> RoundIsMade(Neighbourhood n)
    {
        var mo = await n.As(n.Member).Go("/rondes/nieuw");
        Assert.True(mo.Sees("€ 1.200,01 van Woonstichting De Brug (Rond onze woningen).") && mo.Sees("Alleen bij: Esdoornhof, Lindeplein."), mo.Text);
        (string, string)[] form =
        [
            ("Form.Name", "Buiten"), ("Form.Themes", "Groen\nJeugd"), ("Form.Rule", "Greedy"), ("Form.Minimum", "100"), ("Form.Maximum", "1.000"),
            ("Form.Sections[0].Name", "Hele wijk"), ("Form.Sections[0].Budget", "1.000,10"), ("Form.Sections[0].Themes", "Groen"), ("Form.Sections[0].Area", "WholeNeighbourhood"),
            ("Form.Sections[1].Name", "Bij de woningen"), ("Form.Sections[1].Budget", "1.500"), ("Form.Sections[1].Area", "Complexes"), ("Form.Sections[1].Complexes", "Esdoornhof\nLindeplein"),
            ("Form.Sections[2].Name", "Overal"), ("Form.Sections[2].Budget", "1.000"),
        ];
        // What the pot holds is enough, but not of money that may go there: said before anything is saved.
        await mo.Press("Ontwerp bewaren", [.. form, ("Form.Sections[1].Themes", "Jeugd")]);
        Assert.True(mo.Sees("Zoveel is hiervoor niet vrij") && mo.Page.QuerySelector("#Form_Sections_1__Themes")!.TextContent.Trim() == "Jeugd", mo.Text);
        await mo.Press("Ontwerp bewaren", [.. form, ("Form.Sections[1].Themes", "Groen")]);
        Assert.True(mo.Sees("Daarvan komt € 350,03 van Woonstichting De Brug, met het oormerk") && mo.Sees("De andere € 650,07 is vrij geld."), mo.Text);
        Assert.True(mo.Sees("Daarvan komt € 849,98 van Woonstichting De Brug") && mo.Sees("De andere € 650,02 is vrij geld."), mo.Text);
        await mo.Press("Voorleggen aan een tweede lid");
        var second = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ApproveRound)}");
        Assert.True(second.Sees("In het onderdeel Hele wijk gaat € 350,03 met het oormerk “Rond onze woningen” van Woonstichting De Brug, en € 650,07 vrij geld."), second.Text);
        await second.Press("Akkoord");
        await using var db = n.Open();
        var round = (await db.Round(1))!;
        Assert.Equal([(65_007L, 35_003L), (65_002L, 84_998L), (100_000L, 0L)], await Task.WhenAll(round.Sections.OrderBy(s => s.Number).Select(async s => await Held(n, s.Id))));
        Assert.True((await n.Stranger.Go("/rondes/1")).Sees("Daarvan komt € 849,98 van Woonstichting De Brug"));
        return round;
    }

    private static async Task PlansAreSentIn(Neighbourhood n, Round round)
    {
        n.Site.Clock.MoveTo(round.SubmissionOpens.Instant.AddDays(1));
        await SendIn(n, round, 1, "Wijkfeest", 500, "");
        await SendIn(n, round, 2, "Bankjes", 800, "Bij de Esdoornhof");
        await SendIn(n, round, 2, "Moestuin", 300, "Vinkenhof 3");
        await SendIn(n, round, 2, "Heg", 650, "7415 AB 12");
        n.Site.Clock.MoveTo(round.SubmissionCloses.Instant.AddDays(1));
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            await (await n.As(n.Member).Go($"/rondes/1/toets/{number}")).Press("Leg voor aan een tweede lid", ("Outcome", "Admit"));
            await (await n.As(n.SecondMember).Go($"/rondes/1/toets/{number}")).Press("Akkoord");
        }
        Assert.True((await n.As(n.Resident).Go("/rondes/1/plannen/2")).Sees("Je plan past bij het geld van Woonstichting De Brug (Rond onze woningen), want de plek staat op de lijst van de gever: Esdoornhof."));
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("want het is voor de hele wijk en daar betaalt de gever hoogstens 35 procent van."));
        Assert.True((await n.As(n.Member).Go("/rondes/1/toets/3")).Sees("we kunnen niet zien of “Vinkenhof 3” op de lijst van de gever staat"));
    }

    private static async Task TheBallotIsMendedAndFrozen(Neighbourhood n)
    {
        var (mo, tineke) = (n.As(n.Member), n.As(n.Treasurer));
        await (await tineke.Go("/rondes/1/oormerken#plan-2")).Press("Bezwaar maken", ("plan", "2"), ("reason", "Staat dit op onze grond?"), ("letter", "Mail van 1 maart"), ("earmark", await EarmarkId(n)));
        await mo.Go("/rondes/1/stembiljet-vaststellen");
        Assert.True(mo.Sees("2 plannen passen nog niet bij het geld in hun onderdeel"), mo.Text);
        Assert.Equal(["2. Bankjes", "3. Moestuin"], mo.Page.QuerySelectorAll(".misfits h3").Select(h => h.TextContent));
        Assert.Null(mo.Page.QuerySelector("main form"));
        await (await mo.Go("/rondes/1/toets/3/verplaatsen")).Press("Leg voor aan een tweede lid", ("section", "3"), ("reason", "Het Vinkenhof is niet van de corporatie."));
        Assert.False((await n.Second(DecisionKind.MovePlan)).Refused);
        await (await mo.Go("/rondes/1/oormerken")).Press("Antwoord geven", ("reason", "Ja, de beheerder tekende ervoor."));
        await (await tineke.Go("/rondes/1/oormerken")).Press("Bezwaar intrekken", ("reason", "Akkoord."), ("letter", "Mail van 3 maart"));
        await (await mo.Go("/rondes/1/stembiljet-vaststellen")).Press("Stembiljet vaststellen");
        Assert.False((await n.Second(DecisionKind.FreezeBallot)).Refused);
        Assert.True((await n.Stranger.Go("/rondes/1/stembiljet-vaststellen")).Sees("4 plannen op het stembiljet"));
        Assert.Equal("Je plan “Moestuin” staat nu in Overal", (await n.Site.MailsTo(n.Resident.Email!)).Last(m => m.Key.StartsWith("plan-moved", StringComparison.Ordinal)).Subject);
    }

    private static async Task PeopleVote(Neighbourhood n, Round round)
    {
        await n.CodesOf(round, 12);
        await n.WithConfirmedCodes(round);
        n.Site.Clock.MoveTo(round.VotingOpens.Instant.AddHours(1));
        await n.WithBallots(round, [1, 2, 4], [1, 2, 4], [2, 4], [2], [3]);
        await n.WithSealedBox(round);
    }

    private static async Task TheResultSaysWhatTheEarmarkDid(Neighbourhood n)
    {
        var result = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(result.Sees("In Bij de woningen zat € 849,98 met het oormerk “Rond onze woningen” van Woonstichting De Brug."), result.Text);
        Assert.True(result.Sees("In het onderdeel Bij de woningen mogen alleen plannen bij: Esdoornhof, Lindeplein."), result.Text);
        Assert.True(result.Sees("Het oormerk gaf hier de doorslag: zonder dat geld zat er € 650,02 in dit onderdeel, en de plannen die wonnen kosten samen € 1.450."), result.Text);
        Assert.True(result.Sees("Ook zonder dat geld was er genoeg: er zat € 650,07 vrij geld in en de plannen die wonnen kosten samen € 500."), result.Text);
        // Before the booking it says what the booking will be.
        Assert.True(result.Sees("Daarvan gaat € 821,65 naar plannen die gewonnen hebben. € 28,33 blijft voor dit oormerk bewaard."), result.Text);
        await (await n.As(n.Member).Go("/rondes/1/uitslag/bevestigen")).Press("Uitslag bevestigen");
        Assert.False((await n.Second(DecisionKind.ConfirmResult)).Refused);
        Assert.True((await result.Go("/rondes/1/uitslag")).Sees("Daarvan gaat € 821,65 naar plannen die gewonnen hebben."), "and after it what was booked");
    }

    private static async Task TheAwardsTakeInProportion(Neighbourhood n, Round round)
    {
        await using var db = n.Open();
        var booked = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => e.Kind == EntryKind.Award).OrderBy(e => e.Sequence).ToListAsync();
        var layers = await Layers.Of(db, n.FundId);
        var parts = booked.Select(e => e.Lines.Where(l => l.Account == LedgerAccount.Reserved).OrderBy(l => layers[l.Party]).Select(l => l.Amount.Value).ToArray()).ToList();
        // Wijkfeest; Bankjes, then Heg of what Bankjes left; Moestuin where nothing is bound.
        Assert.Equal([[32_500, 17_500], [34_668, 45_332], [28_167, 36_833], [30_000]], parts);
        Assert.All(round.Sections, s => Assert.Equal((0L, 0L), Held(n, s.Id).GetAwaiter().GetResult()));
        Assert.Equal(20_336, (await Pot.Of(db, 2, 1)).Free.Value);
        var statement = await n.As(n.Auditor).Go("/bijdragers/2/overzicht");
        Assert.True(statement.Sees("€ 453,32") && statement.Sees("Bankjes") && statement.Sees("€ 203,36"), statement.Text);
        Assert.False(statement.Sees("Moestuin"), "none of its euros went there");
        Assert.True((await n.Stranger.Go("/bijdragers/2/oormerken/1")).Sees("€ 203,36"), "the earmark's own page");
    }

    private static async Task WhatIsLeftFlowsBack(Neighbourhood n)
    {
        var bankjes = await n.As(n.Treasurer).Go("/geld/toekenningen/2");
        await bankjes.Press("Voorstellen", ("change", "vrijval"), ("amount", "100"), ("reason", "Gebruikt hout"));
        Assert.False((await n.Second(DecisionKind.LapseAward)).Refused);
        await using var db = n.Open();
        // 100 of 346,68 and 453,32: 43,335 and 56,665; the cent goes to the larger remainder, here equal to the lower number.
        Assert.Equal(20_336 + 5_666, (await Pot.Of(db, 2, 1)).Free.Value);
        Assert.True((await n.As(n.Auditor).Go("/bijdragers/2/overzicht")).Sees("€ 260,02"));
        var (pot, parts) = (await Pot.Of(db), new[] { await Pot.Of(db, 1), await Pot.Of(db, 2) });
        Assert.Equal((420_001L, pot.Free.Value, pot.Awarded.Value), (pot.Received.Value, parts.Sum(p => p.Free.Value), parts.Sum(p => p.Awarded.Value)));
    }

    /// <summary>What a section holds: the municipality's unbound money and the corporation's bound money.</summary>
    private static async Task<(long Unbound, long Bound)> Held(Neighbourhood n, Guid section)
    {
        await using var db = n.Open();
        var on = await Layers.On(db, n.FundId, LedgerAccount.Reserved, section);
        return (on.Where(l => !l.Layer.IsBound).Sum(l => l.Amount.Value), on.Where(l => l.Layer.IsBound).Sum(l => l.Amount.Value));
    }

    private static async Task<string> EarmarkId(Neighbourhood n)
    {
        await using var db = n.Open();
        return (await db.Set<Web.Contributions.Earmarks.Earmark>().Select(e => e.Id).SingleAsync()).ToString();
    }

    private static async Task SendIn(Neighbourhood n, Round round, int section, string title, long euros, string place)
    {
        var plan = new Proposal
        {
            FundId = n.FundId, RoundId = round.Id, AccountId = n.Resident.Id, Title = title, Summary = "Voor de straat.", Story = "Samen.", Team = "Buren", Place = place, WholeNeighbourhood = place.Length == 0,
            SectionId = round.Sections.Single(s => s.Number == section).Id, ThemeId = round.Themes.Single(t => t.Number == 1).Id, CreatedAt = n.Site.Clock.Now, SavedAt = n.Site.Clock.Now, Revision = 1,
        };
        plan.SetCosts([new PlanCost("Materiaal", euros * 100)]);
        await n.Site.Given(plan);
        await (await n.As(n.Resident).Go($"/mijn/plannen/{plan.Handle}/5")).Press("Plan insturen");
    }
}

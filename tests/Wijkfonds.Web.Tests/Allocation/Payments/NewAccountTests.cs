using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

/// <summary>Another bank account of somebody who was paid before: no other form, record or spelling is quicker than the two days.</summary>
public sealed class NewAccountTests
{
    private const string Other = "NL18RABO0123459876", Call = "Gebeld op het nummer uit ons eigen boekje, maandag.";

    [Theory, EachDatabase]
    public async Task Until_the_48_hours_are_over_neither_the_new_account_nor_the_name_is_paid_by_any_form(string database)
    {
        await using var site = new TestSite(database);
        var n = await Changed(site);
        var from = site.Clock.Now.AddHours(48);
        await Prepare(n, "/geld/betalingen", ("award", "1"), ("amount", "12"), ("payee", "Rosa Bakker"), ("iban", Other), ("purpose", "x"), ("who", "organisation"));
        Assert.Equal(new IbanTooNew(from), (await n.Second(DecisionKind.ReleasePayment)).Refusal);
        await Prepare(n, "/geld/eigen-kosten", ("kind", "Costs"), ("amount", "11"), ("what", "Zaal"), ("payee", "R. Bakker, klusbedrijf"), ("iban", Other));
        Assert.Equal(new IbanTooNew(from), (await n.Second(DecisionKind.PayAllianceCost)).Refusal);
        site.Clock.Advance(TimeSpan.FromHours(48));
        Assert.False((await n.Second(DecisionKind.ReleasePayment)).Refused);
        Assert.False((await n.Second(DecisionKind.PayAllianceCost)).Refused);
    }

    [Theory, EachDatabase]
    public async Task What_was_released_under_another_name_waits_too_before_it_goes_to_the_bank(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 90);
        await n.Export();
        await Prepare(n, "/geld/eigen-kosten", ("kind", "Costs"), ("amount", "11"), ("what", "Zaal"), ("payee", "Klusbedrijf"), ("iban", Other));
        await n.Second(DecisionKind.PayAllianceCost);
        await Change(n);
        await using var db = n.Open();
        Assert.Empty(await Outgoing.Ready(db, site.Clock.Now));
        Assert.Single(await Outgoing.Ready(db, site.Clock.Now.AddHours(48)));
    }

    [Theory]
    [InlineData("Buurthuis De Brug.")]
    [InlineData("Buurthuis  De Brúg")]
    [InlineData("buurthuis de-brug")]
    [InlineData("Buurthuis De Br\u200Bug")]
    public async Task Another_spelling_is_the_same_receiver(string name)
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.OwnCost, 90);
        var page = await Prepare(n, "/geld/eigen-kosten", ("kind", "Costs"), ("amount", "11"), ("what", "Zaal"), ("payee", name), ("iban", Other));
        Assert.True(page.Sees("Van Buurthuis De Brug kennen we een ander rekeningnummer."), page.Text);
        Assert.False(Receiver.IsSame("Buurthuis De Brug", "Buurthuis De Brugge"));
        Assert.True(Receiver.IsSame("!!", "!!") && !Receiver.IsSame("!!", "??"));
    }

    [Theory, EachDatabase]
    public async Task Members_and_the_team_hear_of_a_new_account_at_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Changed(site);
        await using var db = n.Open();
        var mails = await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("iban-changed/")).OrderBy(m => m.Key).ToListAsync();
        Assert.Equal(new[] { n.Treasurer.Email!, n.Member.Email!, n.SecondMember.Email!, n.Resident.Email! }.Order(), mails.Select(m => m.To).Order());
        Assert.All(mails, m => Assert.Contains("eindigt op 9876", m.Body, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain(Other, m.Body, StringComparison.Ordinal));
        Assert.Contains(Call, mails.Single(m => m.To == n.Member.Email).Body, StringComparison.Ordinal);
        Assert.StartsWith("Ander rekeningnummer bij jullie plan Regentonnen", mails.Single(m => m.To == n.Resident.Email).Subject, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_releases_sees_that_the_team_chose_another_account(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await using var db = n.Open();
        var award = await db.Set<Award>().SingleAsync();
        await site.Given(new Web.Allocation.Awards.PayWish { FundId = n.FundId, AwardId = award.Id, Way = Web.Allocation.Awards.PayingWay.Supplier, Name = "Bouwmarkt Oost", Iban = Neighbourhood.HallIban, ChosenAt = site.Clock.Now });
        foreach (var (number, iban) in new[] { (1, Other), (2, Neighbourhood.HallIban) })
        {
            await Prepare(n, "/geld/betalingen", ("award", "1"), ("amount", "90"), ("payee", number == 1 ? "Bouwmarkt Oost" : "Bouwmarkt"), ("iban", iban), ("purpose", "Hout"), ("who", "organisation"));
            var member = await n.As(n.Member).Go($"/geld/betalingen/{number}");
            Assert.Equal(number == 1, member.Sees("Let op: het team koos rekening NL39 RABO 0300 0652 64. Dit geld gaat naar een andere rekening."));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_releases_a_refund_sees_that_the_bank_knows_the_giver_on_another_account(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 1, 4), 500_00, "Gemeente Oosterstad", Neighbourhood.GiverIban, "bijdrage").Bytes);
        await (await n.As(n.Treasurer).Go("/geld/bank/regels/1")).Press("Storting voorleggen aan een tweede lid");
        Assert.Null((await n.Second(DecisionKind.ConfirmDeposit)).Refusal);
        foreach (var iban in new[] { Other, Neighbourhood.GiverIban })
        {
            await n.Prepare(OutgoingKind.Refund, 400, iban);
            var member = await n.As(n.Member).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.GiveBack)}");
            Assert.True(iban == Other == member.Sees("Let op: de stortingen van Gemeente Oosterstad kwamen van een andere rekening, NL44 RABO 0123 4567 89."), member.Text);
            await n.Second(DecisionKind.GiveBack, n.Member, inFavour: false, reason: "Eerst bellen.");
        }
    }

    private static async Task<Neighbourhood> Changed(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 90);
        await n.Export();
        await Change(n);
        return n;
    }

    private static async Task Change(Neighbourhood n)
    {
        await (await n.As(n.Treasurer).Go("/geld/betalingen/1/rekening")).Press("Nieuw rekeningnummer voorleggen", ("iban", Other), ("note", Call));
        Assert.Null((await n.Second(DecisionKind.ChangeIban)).Refusal);
    }

    private static async Task<NeighbourhoodVisitor> Prepare(Neighbourhood n, string path, params (string, string)[] form) => await (await n.As(n.Treasurer).Go(path)).Press("Betaling klaarzetten", form);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

public sealed class PayTests
{
    private static readonly (string, string)[] Instalment =
        [("award", "1"), ("amount", "1.000"), ("payee", "Rosa Bakker"), ("iban", "nl91 abna 0417 1643 00"), ("purpose", "Eerste deel"), ("who", "maker")];

    [Theory, EachDatabase]
    public async Task The_treasurer_prepares_another_member_releases_and_everybody_sees_it_without_a_name(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        var treasurer = await Prepare(n);
        Assert.Equal("/geld/betalingen/1", treasurer.Path);
        Assert.Equal(Cents.Zero, (await PotOf(n)).Paid);
        Assert.Empty(treasurer.Page.QuerySelectorAll("main button"));

        var member = await (await n.As(n.Member).Go("/geld/betalingen/1")).Press("Betaling vrijgeven");
        Assert.True(member.Sees("€ 1.000 is vrijgegeven"), member.Text);
        Assert.Equal(Cents.Euros(1_000), (await PotOf(n)).Paid);
        var stranger = await n.Stranger.Go("/geld");
        Assert.True(stranger.Sees("€ 1.000 uitbetaald aan het team van plan 1: Regentonnen."));
        Assert.False(stranger.Sees("Rosa") || stranger.Sees("ABNA"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/geld/betalingen/1")).Status);
        Assert.False((await n.Stranger.Go("/geld/grootboek.txt")).Text.Contains("Rosa", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task The_preparer_the_receiver_and_who_has_an_interest_cannot_release(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site, maker: one => one.SecondMember);
        await Prepare(n);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ReleasePayment, n.Treasurer)).Refusal);
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.ReleasePayment, n.SecondMember)).Refusal);
        Assert.IsType<SecondFactorNeeded>((await n.Second(DecisionKind.ReleasePayment, n.Member, secondFactor: false)).Refusal);
        Assert.IsType<NotFoundHere>((await n.Second(DecisionKind.ReleasePayment, n.Auditor)).Refusal);
        await using (var db = n.Open())
        {
            var plan = await db.Set<Award>().Select(a => a.ProposalId).SingleAsync();
            await site.Given(new Interest { FundId = n.FundId, AccountId = n.Member.Id, Subject = plan, Reason = "Buurman", DeclaredAt = site.Clock.Now });
        }
        Assert.IsType<StandsAside>((await n.Second(DecisionKind.ReleasePayment, n.Member)).Refusal);
        var refused = await (await n.As(n.SecondMember).Go("/geld/betalingen/1")).Press("Betaling vrijgeven");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.True(refused.Sees("Dit geld komt bij jou"));
        Assert.Equal(Cents.Zero, (await PotOf(n)).Paid);
    }

    [Theory, EachDatabase]
    public async Task A_receiver_is_known_by_account_or_by_the_bank_account_used_before(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        var treasurer = await n.As(n.Treasurer).Go("/geld/betalingen");
        await treasurer.Press("Betaling klaarzetten", Change(("who", "person"), ("account", n.Member.Email!)));
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.ReleasePayment, n.Member)).Refusal);
        await n.Second(DecisionKind.ReleasePayment, n.SecondMember);
        await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", Change(("who", "organisation"), ("payee", "Bloemen BV")));
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.ReleasePayment, n.Member)).Refusal);
        // Nor does a treasurer prepare money for herself.
        await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", Change(("who", "person"), ("account", n.Treasurer.Email!)));
        Assert.True(treasurer.Sees("Dit geld komt bij jou"));
    }

    [Theory, EachDatabase]
    public async Task More_than_is_left_of_the_promise_is_refused_by_name_also_when_the_rest_waits(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        var treasurer = await n.As(n.Treasurer).Go("/geld/betalingen");
        foreach (var (field, typed, words) in new[]
        {
            ("amount", "3.000,01", "Dit plan heeft nog € 3.000 tegoed."), ("amount", "0", "meer dan € 0"), ("amount", "-1", "geen bedrag"), ("amount", "999999999", "heeft nog € 3.000"),
            ("iban", "NL91 ABNA 0417 1643 01", "rekeningnummer klopt niet"), ("iban", "", "Vul het rekeningnummer in"), ("iban", "NL91'; DROP", "rekeningnummer klopt niet"),
            ("award", "2", "Kies voor welk plan"), ("award", "-1", "Kies voor welk plan"), ("payee", " ", "wie het geld krijgt"), ("purpose", "", "waarvoor dit geld is"), ("purpose", new string('x', 201), "hoogstens 200"),
        })
        {
            await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", Change((field, typed)));
            Assert.True(treasurer.Sees(words), $"{field}={typed}: {treasurer.Text}");
        }
        await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", Change(("amount", "2.500")));
        await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", Change(("amount", "600")));
        Assert.True(treasurer.Sees("nog € 500 over, want € 2.500 staat al klaar"));
        await (await n.As(n.Member).Go("/geld/betalingen/1")).Press("Betaling niet vrijgeven", ("reason", "Er ligt geen bon."));
        Assert.True((await n.As(n.Auditor).Go("/geld/betalingen/1")).Sees("Er ligt geen bon."));
        await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", Change(("amount", "3.000")));
        Assert.Equal("/geld/betalingen/2", treasurer.Path);
    }

    [Theory, EachDatabase]
    public async Task Posting_twice_prepares_once_and_pays_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        var treasurer = await n.As(n.Treasurer).Go("/geld/betalingen");
        var form = ("form", treasurer.Page.QuerySelector("input[name=form]")!.GetAttribute("value")!);
        foreach (var _ in new[] { 1, 2 })
        {
            await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten", [.. Instalment, form]);
            Assert.Equal("/geld/betalingen/1", treasurer.Path);
        }
        var (stale, member) = (await n.As(n.SecondMember).Go("/geld/betalingen/1"), await n.As(n.Member).Go("/geld/betalingen/1"));
        await member.Press("Betaling vrijgeven");
        await stale.Press("Betaling vrijgeven");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(Cents.Euros(1_000), (await PotOf(n)).Paid);
    }

    [Theory, EachDatabase]
    public async Task Two_releases_at_the_same_instant_pay_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Prepare(n);
        var (one, other) = (await n.As(n.Member).Go("/geld/betalingen/1"), await n.As(n.SecondMember).Go("/geld/betalingen/1"));
        await Task.WhenAll(Task.Run(() => one.Press("Betaling vrijgeven")), Task.Run(() => other.Press("Betaling vrijgeven")));
        Assert.Single(new[] { one, other }, v => v.Status == HttpStatusCode.OK);
        Assert.Equal(Cents.Euros(1_000), (await PotOf(n)).Paid);
        await using var db = n.Open();
        Assert.Single(await db.Set<JournalEntry>().Where(e => e.Kind == EntryKind.Payment).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Another_funds_award_and_payment_are_not_there(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Prepare(n);
        var other = await Neighbourhood.On(site, "westhoek");
        Assert.Equal(HttpStatusCode.NotFound, (await other.As(other.Member).Go("/geld/betalingen/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(other.Member).Go("/geld/betalingen/1")).Status);
        Assert.True((await other.As(other.Treasurer).Go("/geld/betalingen")).Sees("Er is nu geen plan met geld"));
    }

    [Theory]
    [InlineData("NL91ABNA0417164300", true), InlineData("DE89 3704 0044 0532 0130 00", true), InlineData("BE68-5390-0754-7034", true)]
    [InlineData("NL91ABNA0417164301", false), InlineData("NL91ABNA041716430", false), InlineData("NL", false), InlineData("9191ABNA0417164300", false), InlineData("NL91ABNA04171643é0", false)]
    public void An_account_number_passes_its_own_check_or_is_refused(string typed, bool right) => Assert.Equal(!right, Iban.Read(typed, "iban").Refused);

    private static async Task<Neighbourhood> Promised(TestSite site, Func<Neighbourhood, Account>? maker = null)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000, by: maker?.Invoke(n));
        await n.WithAward(plan, 3_000);
        return n;
    }

    private static async Task<NeighbourhoodVisitor> Prepare(Neighbourhood n) =>
        await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten", Instalment);

    private static (string, string)[] Change(params (string Name, string Value)[] changes) =>
        [.. Instalment.Where(i => changes.All(c => c.Name != i.Item1)), .. changes];

    private static async Task<Pot> PotOf(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Pot.Of(db);
    }
}

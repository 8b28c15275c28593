using System.Net;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds;

public sealed class HolderTests
{
    private static readonly (string, string)[] Foundation =
    [
        ("Kind", "Foundation"), ("Name", "Stichting Wijkfonds Oost"), ("Kvk", "1234 5678"), ("Rsin", "123456782"), ("Board", "Voorzitter: Ria\nPenningmeester: Tineke"),
        ("PayPolicy", "Het bestuur krijgt geen betaling."), ("Complaints", "klacht@wijkfonds.example"),
    ];

    [Theory, EachDatabase]
    public async Task Who_holds_the_account_is_public_once_two_members_said_so(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        Assert.True((await n.Stranger.Go("/rekeninghouder")).Sees("Dit is nog niet ingevuld"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/rekeninghouder/wijzigen")).Status);
        var member = await n.As(n.Member).Go("/rekeninghouder/wijzigen");
        await member.Press("Aan tweede lid voorleggen", [.. Foundation.Where(f => f.Item1 != "Rsin"), ("Rsin", "12345678")]);
        Assert.True(member.Sees("Dit RSIN klopt niet."), member.Text);
        await member.Press("Aan tweede lid voorleggen", Foundation);
        Assert.False((await n.Stranger.Go("/rekeninghouder")).Sees("Stichting Wijkfonds Oost"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.SetHolder, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.SetHolder)).Refused);
        var page = await n.Stranger.Go("/rekeninghouder");
        foreach (var seen in new[] { "Stichting Wijkfonds Oost", "12345678", "123456782", "Voorzitter: Ria", "klacht@wijkfonds.example" }) Assert.True(page.Sees(seen), page.Text);
        await member.Go("/rekeninghouder/wijzigen");
        await member.Press("Aan tweede lid voorleggen");
        Assert.True(member.Sees("Er is niets veranderd."), member.Text);
        // A year after another list, the earlier one names nobody any more.
        await (await member.Go("/rekeninghouder/wijzigen")).Press("Aan tweede lid voorleggen", ("Board", "Voorzitter: Abdel"));
        await n.Second(DecisionKind.SetHolder);
        site.Clock.Advance(TimeSpan.FromDays(370));
        await site.RunJobs();
        await using var db = n.Open();
        Assert.Equal(["", "Voorzitter: Abdel"], db.Set<Holder>().OrderBy(h => h.Version).Select(h => h.Board).ToList());
        // Nor does the decision that set it, which can still be opened; the one that holds keeps its names.
        var decided = db.Set<Decision>().Where(d => d.Kind == DecisionKind.SetHolder).OrderBy(d => d.Number).ToList();
        Assert.DoesNotContain(decided, d => d.Terms.Contains("Ria", StringComparison.Ordinal));
        var first = await n.As(n.Member).Go($"/bureau/besluiten/{decided[0].Number}");
        Assert.True(first.Sees("Stichting Wijkfonds Oost") && first.Sees("(gewist)") && !first.Sees("Voorzitter: Ria"), first.Text);
        Assert.True((await n.As(n.Member).Go($"/bureau/besluiten/{decided[1].Number}")).Sees("Voorzitter: Abdel"));
    }

    [Fact]
    public void An_rsin_has_nine_digits()
    {
        foreach (var right in new[] { "123456782", "999999999" }) Assert.True(HolderForm.IsRsin(right));
        foreach (var wrong in new[] { "", "12345678", "1234567890", "000000000", "12345678a" }) Assert.False(HolderForm.IsRsin(wrong));
    }
}

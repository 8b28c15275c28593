using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Neighbours.Privacy;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>Somebody got own costs and petty cash, and is erased: no page, file, row or decision names them, and the book holds.</summary>
public sealed class ErasedReceiverTests
{
    private const string Name = "Wilhelmina Kroos", Account = "NL18RABO0123459876";
    private static readonly string[] Gone = ["Kroos", "Wilhelmina", Account, Iban.Show(Account)];

    [Theory, EachDatabase]
    public async Task Who_got_own_costs_and_petty_cash_is_in_no_page_file_or_decision_after_erasure(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        var wilhelmina = await n.Account(Name);
        await PaidTwice(n, wilhelmina);
        var before = await Words(n, "/geld/grootboek.txt");

        // On her own wish her account is emptied at once. Who she was paid as stays for the members, seven years by law, and nobody else ever saw it.
        Assert.False((await n.InOneWork(db => Wijkfonds.Web.Neighbours.Mine.Erasing.Account(db, wilhelmina.Id, site.Clock.Now))).Refused);
        Assert.True((await n.As(n.Treasurer).Go("/geld/eigen-kosten")).Sees(Name));
        foreach (var path in new[] { "/geld/eigen-kosten", "/geld", "/geld/boekingen", "/geld/jaarrekening/2027" }) Assert.DoesNotContain(Account, await Words(n, path), StringComparison.Ordinal);

        await SevenYears(n);
        var rows = await EveryPage.Words(site);
        Assert.All(Gone, word => Assert.False(rows.Contains(word, StringComparison.OrdinalIgnoreCase), Around(rows, word)));
        foreach (var file in Directory.EnumerateFiles(site.DataPath, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".db", StringComparison.Ordinal) && Path.GetFileName(f) != "lock"))
            Assert.All(Gone, word => Assert.False(Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(word, StringComparison.OrdinalIgnoreCase), file));
        foreach (var person in new[] { null, n.Treasurer, n.Auditor })
            foreach (var path in EveryPage.Paths(site).Where(p => p.StartsWith("/geld", StringComparison.Ordinal) || p.StartsWith("/besluiten", StringComparison.Ordinal) || p.StartsWith("/bureau", StringComparison.Ordinal)))
            {
                var page = await n.As(person).Go(path);
                Assert.True((int)page.Status < 500, $"{page.Status} at {path}");
                Assert.All(Gone, word => Assert.False(page.Sees(word), $"{path} says {word}"));
            }
        // What was decided stays: how much, when and by whom.
        var register = await n.Stranger.Go("/besluiten");
        Assert.True(register.Sees("Eigen kosten betalen: € 150") && register.Sees("De kas bijvullen: € 100") && !register.Sees("Taart"), register.Text);
        var decision = await n.As(n.Member).Go($"/bureau/besluiten/{await Dropped(n)}");
        Assert.True(decision.Sees("Eigen kosten betalen: € 90") && decision.Sees("Sanne de Vries") && decision.Sees("Er ligt geen bon."), decision.Text);
        Assert.True((await n.As(n.Treasurer).Go("/geld/kas")).Sees(Party.ErasedName));
        Assert.Equal(before, await Words(n, "/geld/grootboek.txt"));
        Assert.All(LedgerExport.Read(before).Check(), finding => Assert.True(finding.Holds, finding.ToString()));
    }

    [Theory, EachDatabase]
    public async Task An_organisation_that_is_erased_is_in_no_title_or_reason_of_what_was_decided_about_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        Assert.Null(await n.WithPledge(1, 2027, 60_000));
        Assert.Null(await n.WithAgreement(1, 2027, 3, 10_000));
        Assert.Null(await n.WithEnd(1, 1, new DateOnly(2028, 6, 1)));
        await n.WithOffer();
        await (await n.As(n.Treasurer).Go("/stortingen")).Press("Storting invoeren", ("contributor", "1"), ("date", "2027-01-04"), ("amount", "500"), ("reference", "Gemeente Oosterstad"));
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
        await n.Release(OutgoingKind.Refund, 250);
        await using (var db = n.Open())
        {
            var entry = await db.Set<Deposit>().Where(d => d.Amount.Value == 500_00).Select(d => d.EntrySequence).SingleAsync();
            await (await n.As(n.Treasurer).Go($"/geld/boekingen/{entry}")).Press("Terugdraaien voorleggen", ("reason", "Gemeente Oosterstad belde"));
        }
        Assert.False((await n.Second(DecisionKind.ReverseEntry)).Refused);
        Assert.True((await n.Stranger.Go("/besluiten")).Sees("Gemeente Oosterstad"));
        var book = await Words(n, "/geld/grootboek.txt");

        await SevenYears(n);
        var rows = await EveryPage.Words(site);
        Assert.All(new[] { "Gemeente Oosterstad", "conciërge", "Bezuiniging", "Lager vastgesteld" }, word => Assert.False(rows.Contains(word, StringComparison.Ordinal), Around(rows, word)));
        var register = await n.Stranger.Go("/besluiten");
        foreach (var title in new[]
        {
            $"Organisatie bevestigen: {Party.ErasedName}, 2027 € 60.000", $"Toezegging bevestigen: {Party.ErasedName}, ", $"Aanbod in natura bevestigen: {Party.ErasedName}, 100 uur", $"Storting bevestigen: {Party.ErasedName}, € 500",
            $"Geld teruggeven: € 250 terug naar {Party.ErasedName}", $"{Party.ErasedName} stortte € 500.",
        })
            Assert.True(register.Sees(title), $"{title}: {register.Text}");
        // Each decision can still be opened, and says what was decided.
        await using (var db = n.Open())
            foreach (var number in await db.Set<Decision>().OrderBy(d => d.Number).Select(d => d.Number).ToListAsync())
                Assert.Equal(HttpStatusCode.OK, (await n.As(n.Member).Go($"/bureau/besluiten/{number}")).Status);
        Assert.True((await n.As(n.Member).Go("/bijdragers/1/toezeggingen/1")).Sees($"Reden: {DecidedWords.Erased}"));
        Assert.Equal(book, await Words(n, "/geld/grootboek.txt"));
    }

    /// <summary>Own costs and petty cash, with her name where it belongs and where people write it although they should not; one was refused, and one taken back with a reason.</summary>
    private static async Task PaidTwice(Neighbourhood n, Account wilhelmina)
    {
        var treasurer = n.As(n.Treasurer);
        foreach (var (amount, what) in new[] { ("150", "Taart van mevrouw Kroos"), ("90", "Nog een taart") })
        {
            await (await treasurer.Go("/geld/eigen-kosten")).Press("Betaling klaarzetten", ("kind", "Helper"), ("amount", amount), ("what", what), ("payee", Name), ("iban", Account), ("person", "true"), ("account", wilhelmina.Email!));
            Assert.True(treasurer.Sees("staat klaar"), treasurer.Text);
            Assert.False((await n.Second(DecisionKind.PayAllianceCost, n.SecondMember, inFavour: amount == "150", reason: amount == "150" ? "" : "Er ligt geen bon.")).Refused);
        }
        await (await treasurer.Go("/geld/eigen-kosten")).Press("Betaling klaarzetten", ("kind", "Helper"), ("amount", "60"), ("what", "Taart"), ("payee", Name), ("iban", Account), ("person", "true"), ("account", wilhelmina.Email!));
        Assert.False((await n.Second(DecisionKind.PayAllianceCost)).Refused);
        await using (var db = n.Open())
        {
            var entry = await db.Set<Web.Funds.OwnCosts.AllianceCost>().Where(c => c.Number == 3).Select(c => c.EntrySequence).SingleAsync();
            await (await treasurer.Go($"/geld/boekingen/{entry}")).Press("Terugdraaien voorleggen", ("reason", "Mevrouw Kroos hoeft niets"));
        }
        Assert.False((await n.Second(DecisionKind.ReverseEntry)).Refused);
        await (await treasurer.Go("/geld/kas")).Press("Bijvullen voorstellen", ("amount", "100"), ("payee", Name), ("iban", Account), ("account", wilhelmina.Email!));
        Assert.False((await n.Second(DecisionKind.DrawCash)).Refused);
        await n.Export();
        var day = new DateOnly(2027, 1, 5);
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(day, -150_00, "W Kroos", Account, "taart", "OOSTERHOEK-E1").Line(day, -100_00, "W Kroos", Account, "kas", "OOSTERHOEK-K1")
            .Line(day, -12_00, "W Kroos", Account, "per ongeluk").Bytes);
        await (await treasurer.Go("/geld/bank")).Press("2 regels die zeker kloppen bevestigen");
        await (await treasurer.Go("/geld/bank/regels/3")).Press("Voorleggen aan een tweede lid", ("words", "Dubbel overgemaakt aan mevrouw Kroos, zij stort het terug."));
        Assert.False((await n.Second(DecisionKind.ExplainBankLine)).Refused);
    }

    private static async Task<int> Dropped(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<Decision>().Where(d => d.DroppedAt != null).Select(d => d.Number).SingleAsync();
    }

    private static async Task SevenYears(Neighbourhood n)
    {
        n.Site.Clock.Advance(TimeSpan.FromDays(7 * 366 + 40));
        await using (var db = n.Site.Open()) await db.Set<Seat>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Until, n.Site.Clock.Now.AddYears(1)));
        await n.Site.RunJobs();
        await using (var scope = n.Site.Services.CreateAsyncScope()) await scope.ServiceProvider.GetServices<Web.Shared.IJob>().Single(j => j.Name == EraseWhatEnded.JobName).Run(n.Site.Clock.Now, default);
        // What mails said goes a month after they went.
        n.Site.Clock.Advance(TimeSpan.FromDays(40));
        await n.Site.RunJobs();
    }

    private static Task<string> Words(Neighbourhood n, string path) => n.Stranger.Http.GetStringAsync(new Uri(n.At(path), UriKind.Relative));

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)];
    }
}

using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Uploads;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Uploads;

namespace Wijkfonds.Web.Tests.Allocation.Awards;

public sealed class ReportTests
{
    private const string Words = "We hebben tien tonnen geplaatst. Veertien buren hielpen mee. De straat is er blij mee.";

    [Theory, EachDatabase]
    public async Task A_team_sends_a_photo_and_three_sentences_a_member_accepts_and_everybody_reads_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300);
        await Pay(n, "300");
        var team = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        Assert.True(team.Sees("Stuur een foto en drie zinnen") && team.Sees("Je kreeg € 300"), team.Text);
        await Send(n, n.Resident, Words, [("photo", SampleFiles.Jpeg(SampleFiles.Exif(6)))], ("show", "true"));
        Assert.True((await team.Go("/mijn/toekenningen/1")).Sees("Je hoeft nu niets te doen"));

        // Nobody else sees anything yet, and another neighbour never finds the page.
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Residents[1]).Go("/mijn/toekenningen/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bestanden/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.DeskHelper).Go("/bestanden/1")).Status);
        Assert.False((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("tien tonnen"));

        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("Verslag lezen: Regentonnen"));
        var member = await (await n.As(n.Member).Go("/geld/toekenningen/1")).Press("Verslag goedkeuren", ("answer", "Mooi gedaan!"));
        Assert.True(member.Sees("Het verslag is goedgekeurd"), member.Text);
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("We hebben tien tonnen geplaatst."));
        var home = await n.Stranger.Go("/");
        Assert.True(home.Sees("We hebben tien tonnen geplaatst.") && home.Page.QuerySelector("article.story img[src$='/bestanden/1']") is not null, home.Text);
        Assert.Contains("Mooi gedaan!", await MailTo(n, n.Resident, "goedgekeurd"), StringComparison.Ordinal);

        using var photo = await n.Stranger.Http.GetAsync(new Uri(n.At("/bestanden/1"), UriKind.Relative));
        Assert.Equal("image/jpeg", photo.Content.Headers.ContentType!.MediaType);
        Assert.Equal(FileModel.Csp, photo.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", photo.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(await photo.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);

        // Taken back, it is gone at once.
        await (await n.As(n.Resident).Go("/mijn/toekenningen/1")).Press("Haal het verhaal weg");
        Assert.False((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("tien tonnen"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bestanden/1")).Status);
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_is_asked_for_by_name_and_no_word_is_lost(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 3_000);
        foreach (var (words, files, answer) in new (string, (string, byte[])[], string)[]
        {
            ("Te kort. Echt.", [("photo", SampleFiles.Jpeg())], "minstens 3 zinnen. Je hebt er nu 2"),
            (Words, [], "Kies een foto"),
            (Words, [("photo", SampleFiles.Jpeg())], "minstens één bon"),
            (Words, [("photo", SampleFiles.Pdf())], "Daarom kan het alleen een foto zijn"),
            (Words, [("photo", SampleFiles.Jpeg()[..60])], "Dit bestand is niet heel"),
            (Words, [("photo", SampleFiles.Jpeg()), ("receipts", "<script>"u8.ToArray())], "geen foto (JPEG of PNG) en geen PDF"),
        })
        {
            var team = await Send(n, n.Resident, words, files);
            Assert.True(team.Sees(answer), team.Text);
            Assert.Equal(words, team.Page.QuerySelector("textarea")!.TextContent.Trim());
        }
        await using (var db = n.Open()) Assert.Empty(await db.Set<KeptFile>().ToListAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataPath, "files")));
        var sent = await Send(n, n.Resident, Words, [("photo", SampleFiles.Png()), ("receipts", SampleFiles.Pdf()), ("receipts", SampleFiles.Jpeg())]);
        Assert.True(sent.Sees("Je verslag is gestuurd"), sent.Text);

        using var receipt = await n.As(n.Auditor).Http.GetAsync(new Uri(n.At("/bestanden/2"), UriKind.Relative));
        Assert.Equal("application/pdf", receipt.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", receipt.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory, EachDatabase]
    public async Task The_next_part_is_paid_when_the_report_on_the_one_before_was_accepted(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 3_000);
        Assert.True((await Prepare(n, "1.200,01")).Sees("Nu kan hoogstens € 1.200 worden betaald"));
        await Pay(n, "1.200");
        Assert.True((await Prepare(n, "1")).Sees("Nu kan hoogstens € 0 worden betaald"));
        await Send(n, n.Resident, Words, [("photo", SampleFiles.Jpeg()), ("receipts", SampleFiles.Pdf())]);
        var member = await (await n.As(n.Member).Go("/geld/toekenningen/1")).Press("Aan het team vragen", ("more", "Hoeveel tonnen staan er?"));
        Assert.Contains("Hoeveel tonnen staan er?", await MailTo(n, n.Resident, "vraag"), StringComparison.Ordinal);
        Assert.True((await n.As(n.Resident).Go("/mijn/toekenningen/1")).Sees("Hoeveel tonnen staan er?"));
        // The photo and receipts of before still count.
        Assert.True((await Send(n, n.Resident, Words + " Het zijn er tien.", [])).Sees("Je verslag is gestuurd"));
        await (await member.Go("/geld/toekenningen/1")).Press("Verslag goedkeuren");
        Assert.True((await n.As(n.Treasurer).Go("/bureau")).Sees("Volgend deel betalen voor 1 plan"));
        Assert.Contains("/geld/betalingen/", (await Prepare(n, "1.200")).Path, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_made_the_plan_or_has_an_interest_does_not_answer_and_who_holds_no_seat_sees_nothing(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300, one => one.Member);
        await Send(n, n.Member, Words, [("photo", SampleFiles.Jpeg())]);
        Assert.DoesNotContain("Verslag goedkeuren", (await n.As(n.Member).Go("/geld/toekenningen/1")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/geld/toekenningen/1")).Status);
        var page = await n.As(n.SecondMember).Go("/geld/toekenningen/1");
        await using (var db = n.Open())
            await site.Given(new Interest { FundId = n.FundId, AccountId = n.SecondMember.Id, Subject = await db.Set<Award>().Select(a => a.ProposalId).SingleAsync(), Reason = "Buurvrouw", DeclaredAt = site.Clock.Now });
        await page.Press("Verslag goedkeuren");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.True((await (await n.As(n.Treasurer).Go("/geld/toekenningen/1")).Press("Verslag goedkeuren")).Sees("Het verslag is goedgekeurd"));
    }

    [Theory, EachDatabase]
    public async Task A_team_is_told_when_its_money_is_out_and_when_its_report_is_late(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300);
        await Pay(n, "300");
        await site.RunJobs();
        Assert.Contains("/mijn/toekenningen/1", await MailTo(n, n.Resident, "Er is geld betaald"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(80));
        await site.RunJobs();
        await MailTo(n, n.Resident, "Vertel je hoe het gaat");
        site.Clock.Advance(TimeSpan.FromDays(12));
        await site.RunJobs();
        await site.RunJobs();
        await MailTo(n, n.Resident, "We wachten nog");
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("1 team is te laat"));
    }

    [Theory, EachDatabase]
    public async Task How_the_team_wants_to_be_paid_stands_with_the_payment(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300);
        var team = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        await team.Press("Keuze bewaren", ("iban", "NL91ABNA0417164301"));
        Assert.True(team.Sees("rekeningnummer klopt niet"));
        await (await team.Go("/mijn/toekenningen/1")).Press("Keuze bewaren", ("way", "Holder"), ("name", "Buurthuis De Brug"), ("iban", "NL91ABNA0417164300"));
        Assert.True(team.Sees("Je keuze is bewaard"));
        var treasurer = await n.As(n.Treasurer).Go("/geld/betalingen?toekenning=1");
        Assert.True(treasurer.Sees("Het team koos: Een organisatie in de buurt beheert het geld."), treasurer.Text);
        Assert.Equal("Buurthuis De Brug", treasurer.Page.QuerySelector("#payee")!.GetAttribute("value"));
        Assert.Equal("300", treasurer.Page.QuerySelector("#amount")!.GetAttribute("value"));
    }

    [Fact]
    public void The_sample_follows_from_the_book_and_falls_on_one_in_five()
    {
        Assert.Equal(Sample.FallsOn(new string('a', 64), 1, 1), Sample.FallsOn(new string('a', 64), 1, 1));
        Assert.InRange(Enumerable.Range(1, 5_000).Count(award => Sample.FallsOn(new string('0', 64), award, 1)), 900, 1_100);
    }

    [Theory]
    [InlineData(499, 1, "499.00"), InlineData(500, 2, "250.00"), InlineData(2_499, 2, "1249.50"), InlineData(2_500, 3, "1000.00"), InlineData(24_001, 3, "9600.40")]
    public void An_award_comes_in_parts_in_proportion_to_its_amount(long euros, int parts, string first)
    {
        var made = AwardPart.For(Guid.NewGuid(), Guid.NewGuid(), Cents.Euros(euros), new MoneyRules { FundId = Guid.NewGuid() });
        Assert.Equal((parts, first), (made.Count, made[0].Amount.ToFile()));
        Assert.Equal(Cents.Euros(euros), made.Aggregate(Cents.Zero, (sum, part) => sum + part.Amount));
    }

    private static async Task<Neighbourhood> Won(TestSite site, long euros, Func<Neighbourhood, Account>? maker = null)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", euros, by: maker?.Invoke(n));
        var award = await n.WithAward(plan, euros);
        await site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        return n;
    }

    private static async Task<NeighbourhoodVisitor> Prepare(Neighbourhood n, string amount) => await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten",
        ("award", "1"), ("amount", amount), ("payee", "Bouwmarkt"), ("iban", "NL91ABNA0417164300"), ("purpose", "Tonnen"), ("who", "organisation"));

    private static async Task Pay(Neighbourhood n, string amount)
    {
        await Prepare(n, amount);
        var released = await n.Second(DecisionKind.ReleasePayment, n.Residents.Count > 0 ? n.SecondMember : n.Member);
        Assert.False(released.Refused, released.Refusal?.ToString());
    }

    private static async Task<NeighbourhoodVisitor> Send(Neighbourhood n, Account maker, string words, (string Field, byte[] Content)[] files, params (string, string)[] more)
    {
        var team = await n.As(maker).Go("/mijn/toekenningen/1");
        var form = team.Page.QuerySelector("textarea")!.Closest("form")!;
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("words", words), ("part", form.QuerySelector("[name=part]")!.GetAttribute("value")!), ("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!) }.Concat(more))
            body.Add(new StringContent(value), name);
        foreach (var (field, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            body.Add(part, field, "../../evil.html");
        }
        await team.Visitor.Send(n.At("/mijn/toekenningen/1"), body);
        return team;
    }

    private static async Task<string> MailTo(Neighbourhood n, Account to, string subject)
    {
        await using var db = n.Site.Open();
        return (await db.Set<OutboxMessage>().Where(m => m.To == to.Email && m.Subject.Contains(subject)).SingleAsync()).Body;
    }
}
